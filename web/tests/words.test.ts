import { describe, expect, it } from "vitest";
import type { Figure, Place, TimeSpan, Toll } from "../src/record/types";
import { chiefTolls, dateWords, newestDisagree, placeWords, plain, rangeWords, tollWords } from "../src/record/words";

const span = (start: string, end: string, precision: TimeSpan["precision"] = "day"): TimeSpan => ({ text: null, start, end, precision });
const place = (name: string, precision: Place["precision"]): Place => ({
  text: null,
  name,
  precision,
  country: "UKR",
  admin1: "",
  radius_km: null,
});

describe("ranges", () => {
  it.each([
    [{ min: 4, max: 4 }, "4"],
    [{ min: 4, max: 6 }, "4–6"],
    [{ min: 0, max: 6 }, "0–6"],
    [{ min: 0, max: 0 }, "0"],
    [{ min: 1200, max: null }, "1,200+"],
    [{ min: null, max: 20 }, "up to 20"],
    [{ min: null, max: null }, "?"],
  ])("%o is %s", (range, words) => expect(rangeWords(range)).toBe(words));
});

describe("dates say how precisely they are known", () => {
  it.each([
    [span("2031-03-04", "2031-03-04"), "4 Mar 2031"],
    [span("2031-03-03", "2031-03-04"), "3–4 Mar 2031"],
    [span("2031-02-27", "2031-03-02"), "27 Feb – 2 Mar 2031"],
    [span("2030-12-31", "2031-01-01"), "31 Dec 2030 – 1 Jan 2031"],
    [span("2031-03-03", "2031-03-09", "week"), "week of 3 Mar 2031"],
    [span("2031-03-01", "2031-03-31", "month"), "Mar 2031"],
    [span("2031-01-01", "2031-12-31", "year"), "2031"],
    [null, "no date"],
  ])("%o", (given, words) => expect(dateWords(given)).toBe(words));
});

it("marks places that are wider than a town", () => {
  expect(placeWords(place("Odesa", "city"))).toBe("Odesa");
  expect(placeWords(place("Odesa Oblast", "admin1"))).toBe("~ Odesa Oblast (province)");
  expect(placeWords(place("Ukraine", "country"))).toBe("~ Ukraine (country)");
  expect(placeWords(null)).toBe("no place");
});

it("writes codes as words", () => {
  expect(plain("ASSAULT")).toBe("Assault");
  expect(plain("energy.oil_gas")).toBe("energy oil gas");
  expect(plain("suicide-attack")).toBe("suicide attack");
});

it("puts the widest killed first and leaves parts out", () => {
  const toll = (kind: string, who: string | null, min: number, subset = false) => ({ kind, who, subset, min, max: min });
  const shown = chiefTolls([toll("injured", null, 9), toll("killed", "soldiers", 1), toll("killed", null, 4), toll("killed", "children", 2, true)]);
  expect(shown.map(tollWords)).toEqual(["4 killed", "9 injured"]);
  expect(tollWords(toll("killed", "children", 2, true))).toBe("2 of the killed: children");
});

describe("sources differ", () => {
  const toll = (...figures: [number | null, number | null, boolean][]): Toll => ({
    kind: "killed",
    who: null,
    subset: false,
    min: null,
    max: null,
    figures: figures.map(([min, max, newest]) => ({ min, max, newest }) as Figure),
  });

  it("when newest figures exclude each other", () => expect(newestDisagree(toll([0, 0, true], [6, 6, true]))).toBe(true));
  it("not when an open range holds the other", () => expect(newestDisagree(toll([3, null, true], [6, 6, true]))).toBe(false));
  it("not because of a figure that was superseded", () => expect(newestDisagree(toll([4, 4, false], [6, 6, true]))).toBe(false));
});
