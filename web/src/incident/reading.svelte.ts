// What a person looks at in the reports of one incident: the report, the words, and the value they stand behind.

import type { Citation, Evidence, ReportDocument, WholeIncident } from "../record/types";
import type { Span } from "./segments";

/** Words of a report; a citation without the value it belongs to. */
export interface Passage extends Span {
  doc_id: string;
}

export class Reading {
  /** The report in front. */
  docId = $state("");
  /** All passages behind the value that was asked for, and which of them is shown. */
  passages = $state.raw<Passage[]>([]);
  at = $state(0);
  /** The value in words: "4–6 killed". */
  value = $state("");
  labels = $state(true);

  constructor(readonly whole: WholeIncident) {
    this.docId = whole.documents[0]?.doc_id ?? "";
  }

  get passage(): Passage | null {
    return this.passages[this.at] ?? null;
  }

  get document(): ReportDocument | undefined {
    return this.whole.documents.find((document) => document.doc_id === this.docId);
  }

  /** Shows the passages behind a value; asked for the same value again, the next one. */
  show(value: string, passages: Passage[]): void {
    const same = passages.length > 1 && this.value === value && passages.every((p, i) => samePassage(p, this.passages[i]));
    this.at = same ? (this.at + 1) % passages.length : 0;
    this.passages = passages;
    this.value = value;
    if (this.passage) this.docId = this.passage.doc_id;
  }

  step(by: 1 | -1): void {
    if (this.passages.length === 0) return;
    this.at = (this.at + by + this.passages.length) % this.passages.length;
    this.docId = this.passage?.doc_id ?? this.docId;
  }

  open(docId: string): void {
    this.docId = docId;
    if (this.passage?.doc_id !== docId) this.clear();
  }

  turn(by: 1 | -1): void {
    const { documents } = this.whole;
    const now = documents.findIndex((document) => document.doc_id === this.docId);
    const next = documents[now + by];
    if (next) this.open(next.doc_id);
  }

  clear(): void {
    this.passages = [];
    this.value = "";
    this.at = 0;
  }

  /** All evidence that this incident has in a report. */
  evidenceIn(docId: string): Evidence[] {
    return this.whole.events.filter((event) => event.doc_id === docId).flatMap((event) => event.evidence);
  }

  /** The citations of one value of the incident, without two for the same words. */
  behind(field: string, index = 0, figure: number | null = null): Citation[] {
    const found = this.whole.citations.filter((c) => c.field === field && c.index === index && (figure === null || c.figure === figure));
    return found.filter((c, i) => found.findIndex((other) => samePassage(c, other)) === i);
  }

  /** The words of one role of one event. */
  inEvent(eventId: string, role: string, index = 0): Passage[] {
    const event = this.whole.events.find((e) => e.event_id === eventId);
    const found = event?.evidence.filter((e) => e.role === role && e.index === index) ?? [];
    return found.map((e) => ({ doc_id: event?.doc_id ?? "", in: e.in, start: e.start, end: e.end }));
  }
}

function samePassage(left: Passage, right: Passage | undefined): boolean {
  return (
    right !== undefined &&
    left.doc_id === right.doc_id &&
    left.in === right.in &&
    left.start === right.start &&
    left.end === right.end
  );
}
