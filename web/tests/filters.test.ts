import { describe, expect, it } from "vitest";
import { addressOf, filtersOf, isFiltered, NO_FILTERS, questionOf, timelineQuestionOf } from "../src/view/filters";

const chosen = {
  ...NO_FILTERS,
  event_type: ["ASSAULT", "COERCE"],
  status: ["alleged"],
  country: ["UKR"],
  actor: ["A & B"],
  since: "2031-03-01",
  text: "power plant",
  killed_at_least: 3,
  background: "all" as const,
  order: "deadliest" as const,
  page: 2,
};

describe("filters in the address", () => {
  it("come back as they went", () => expect(filtersOf(addressOf(chosen))).toEqual(chosen));
  it("leave nothing where nothing is asked", () => expect(addressOf(NO_FILTERS)).toBe(""));
  it("ignore what is no day, number, order or page", () => {
    expect(filtersOf("?since=soon&killed_at_least=-1&order=random&page=0&background=maybe&other=1")).toEqual(NO_FILTERS);
  });
  it("count as filters, except for order and page", () => {
    expect(isFiltered(chosen)).toBe(true);
    expect(isFiltered({ ...NO_FILTERS, order: "oldest", page: 4 })).toBe(false);
  });
});

describe("questions to the API", () => {
  it("ask for one page, without background unless wanted", () => {
    const query = new URLSearchParams(questionOf({ ...NO_FILTERS, page: 3 }));
    expect(Object.fromEntries(query)).toEqual({ background: "false", limit: "100", offset: "200" });
    expect(new URLSearchParams(questionOf({ ...NO_FILTERS, background: "all" })).has("background")).toBe(false);
    expect(new URLSearchParams(questionOf({ ...NO_FILTERS, background: "only" })).get("background")).toBe("true");
  });
  it("repeat a field for every choice", () => {
    expect(new URLSearchParams(questionOf(chosen)).getAll("event_type")).toEqual(["ASSAULT", "COERCE"]);
  });
  it("show the timeline all days of what is chosen", () => {
    const query = new URLSearchParams(timelineQuestionOf(chosen));
    expect(query.has("since") || query.has("order") || query.has("limit")).toBe(false);
    expect(query.get("killed_at_least")).toBe("3");
  });
});
