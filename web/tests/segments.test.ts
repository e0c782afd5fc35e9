import { describe, expect, it } from "vitest";
import { citationOf } from "../src/incident/citation";
import { chiefRole } from "../src/incident/roles";
import { quote, segments, sentenceAround } from "../src/incident/segments";
import type { Evidence, ReportDocument } from "../src/record/types";

const TEXT = "Shells 🔥 hit Tarnov, killing four people. More may follow.";

/** Offsets as the server counts them: in code points. */
function found(role: string, words: string): Evidence {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return { role, start, end: start + [...words].length, in: "text", index: 0 };
}

describe("segments", () => {
  const evidence = [found("trigger", "hit"), found("harm", "four people"), found("recipient", "people")];

  it("give the text back when joined", () => {
    expect(
      segments(TEXT, "text", evidence, null)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(TEXT);
  });
  it("count characters beyond the basic plane as one", () => {
    expect(segments(TEXT, "text", evidence, null).find((segment) => segment.roles.includes("trigger"))?.text).toBe("hit");
    expect(quote(TEXT, found("place", "Tarnov").start, found("place", "Tarnov").end)).toBe("Tarnov");
  });
  it("cut overlaps, and label each role where it begins", () => {
    const within = segments(TEXT, "text", evidence, null).filter((segment) => segment.roles.length);
    expect(within.map(({ text, roles, opens }) => [text, roles, opens])).toEqual([
      ["hit", ["trigger"], ["trigger"]],
      ["four ", ["harm"], ["harm"]],
      ["people", ["harm", "recipient"], ["recipient"]],
    ]);
  });
  it("light up the asked-for words even across a cut", () => {
    const lit = segments(TEXT, "text", evidence, found("harm", "four people")).filter((segment) => segment.active);
    expect(lit.map((segment) => segment.text)).toEqual(["four ", "people"]);
  });
  it("leave evidence of the title out of the text", () => {
    expect(segments(TEXT, "text", [{ ...found("trigger", "hit"), in: "title" }], null)).toHaveLength(1);
  });
  it("survive offsets beyond the end", () => {
    const beyond: Evidence = { role: "harm", start: 50, end: 500, in: "text", index: 0 };
    expect(
      segments(TEXT, "text", [beyond], null)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(TEXT);
  });
});

it("draws the line of the gravest role", () => {
  expect(chiefRole(["recipient", "harm"])).toBe("recipient");
  expect(chiefRole(["place", "trigger"])).toBe("trigger");
});

describe("citation", () => {
  const report = {
    title: "Shells hit Tarnov",
    text: TEXT,
    sentences: [
      [0, 42],
      [42, 60],
    ],
    published: "2031-03-04",
    published_method: "inferred",
    publisher: "Daily Beacon",
    url: "https://beacon.example/1",
    address: "1.html",
  } as unknown as ReportDocument;

  it("names publisher, title, date with a doubtful method, address and sentence", () => {
    expect(citationOf(report, found("harm", "four"))).toBe(
      "Daily Beacon, “Shells hit Tarnov”, 4 Mar 2031 (inferred from the text), https://beacon.example/1: " +
        "“Shells 🔥 hit Tarnov, killing four people.”",
    );
  });
  it("does without a sentence", () => {
    expect(citationOf({ ...report, published_method: "feed" }, null)).toBe(
      "Daily Beacon, “Shells hit Tarnov”, 4 Mar 2031, https://beacon.example/1.",
    );
  });
  it("finds no sentence between sentences", () => expect(sentenceAround(TEXT, [[0, 5]], 20)).toBe(""));
});
