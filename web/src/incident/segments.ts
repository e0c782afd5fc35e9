// A text cut at every start and end of its evidence, so that overlapping spans can be shown without nesting.

import type { Evidence, Part } from "../record/types";

export interface Span {
  start: number;
  end: number;
  in: Part;
}

export interface Segment {
  start: number;
  text: string;
  /** Roles of all evidence that covers the segment, without repeats. */
  roles: string[];
  /** Roles whose evidence starts here: these get their label. */
  opens: string[];
  active: boolean;
}

/** The segments of `text` (one part of a document), in order; joined they give the text back. */
export function segments(text: string, part: Part, evidence: Evidence[], active: Span | null): Segment[] {
  // Offsets count code points, as the server does; strings here count UTF-16 units.
  const at = unitOffsets(text);
  const inside = evidence.filter((e) => e.in === part && e.start < e.end);
  const chosen = active?.in === part ? active : null;
  const length = at.length - 1;
  const cuts = new Set([0, length]);
  for (const span of chosen ? [...inside, chosen] : inside) {
    cuts.add(Math.min(span.start, length));
    cuts.add(Math.min(span.end, length));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? length;
    const covering = inside.filter((e) => e.start <= start && end <= e.end);
    return {
      start,
      text: text.slice(at[start], at[end]),
      roles: [...new Set(covering.map((e) => e.role))],
      opens: [...new Set(covering.filter((e) => e.start === start).map((e) => e.role))],
      active: chosen !== null && chosen.start <= start && end <= chosen.end,
    };
  });
}

/** The words of a span. */
export function quote(text: string, start: number, end: number): string {
  const at = unitOffsets(text);
  return text.slice(at[start], at[end]);
}

/** The sentence around an offset, without the white space at its ends. */
export function sentenceAround(text: string, sentences: [number, number][], start: number): string {
  const found = sentences.find(([from, to]) => from <= start && start < to);
  return found ? quote(text, found[0], found[1]).trim().replace(/\s+/g, " ") : "";
}

/** For every code point, and for the end, where it stands in UTF-16 units. */
function unitOffsets(text: string): number[] {
  const offsets = [];
  let unit = 0;
  for (const character of text) {
    offsets.push(unit);
    unit += character.length;
  }
  offsets.push(unit);
  return offsets;
}
