// How a report is cited, with the sentence that a value rests on.

import type { ReportDocument } from "../record/types";
import { dayWords, methodWords } from "../record/words";
import { sentenceAround, type Span } from "./segments";

/** Methods that need no word of caution. */
const PLAIN_METHODS = new Set(["given", "feed", "json-ld", "meta", "page"]);

/** Publisher, “Title”, date (with its method where it is not the publisher's own), address: “sentence”. */
export function citationOf(report: ReportDocument, passage: Span | null): string {
  const date = report.published ? dayWords(report.published) : "undated";
  const method = report.published && !PLAIN_METHODS.has(report.published_method) ? ` (${methodWords(report.published_method)})` : "";
  const source = [report.publisher ?? "Unknown publisher", `“${report.title}”`, date + method, report.url ?? report.address].join(", ");
  if (!passage) return `${source}.`;
  const sentence = passage.in === "title" ? report.title : sentenceAround(report.text, report.sentences, passage.start);
  return sentence ? `${source}: “${sentence}”` : `${source}.`;
}
