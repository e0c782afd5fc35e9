import { describe, expect, it } from "vitest";
import type { TimelineDay } from "../src/record/types";
import { dayNumber, dayOf, gather, marks } from "../src/timeline/buckets";
import { killedHeight, tracks } from "../src/timeline/tracks";

const day = (written: string, MX: number, VC = 0, killed = 0): TimelineDay => ({
  day: written,
  quads: { MX, VC },
  killed_min: killed,
  killed_max: killed + 1,
  incident_ids: [],
});

it("counts days without summer time", () => {
  expect(dayOf(dayNumber("2031-03-30") + 1)).toBe("2031-03-31");
  expect(dayNumber("2031-03-31") - dayNumber("2031-03-30")).toBe(1);
});

describe("buckets", () => {
  it("are days without a gap where there is room", () => {
    const axis = gather([day("2031-03-01", 2), day("2031-03-04", 1, 3)], 800);
    expect(axis?.buckets.map((bucket) => bucket.counts.MX)).toEqual([2, 0, 0, 1]);
    expect(axis?.buckets[3]?.counts.VC).toBe(3);
  });
  it("are weeks or longer where there is not, and lose nothing", () => {
    const days = Array.from({ length: 1000 }, (_, i) => day(dayOf(dayNumber("2029-01-01") + i), 1, 0, 2));
    const axis = gather(days, 900);
    expect(axis?.bucketDays).toBe(7);
    expect(axis?.buckets.reduce((sum, bucket) => sum + bucket.counts.MX, 0)).toBe(1000);
    expect(axis?.buckets.reduce((sum, bucket) => sum + bucket.killedMin, 0)).toBe(2000);
  });
  it("are none without days", () => expect(gather([], 800)).toBeNull());
  it("hold a century", () => expect(gather([day("1931-01-01", 1), day("2031-01-01", 1)], 300)?.buckets.length).toBeLessThanOrEqual(60));
});

describe("marks", () => {
  it("name the year once", () => {
    const axis = gather([day("2031-03-04", 1), day("2031-03-09", 1)], 900);
    expect(axis && marks(axis, 900).map((mark) => mark.words)).toEqual(["4 Mar 2031", "5 Mar", "6 Mar", "7 Mar", "8 Mar", "9 Mar"]);
  });
  it("are months over a long time, and the year anew in January", () => {
    const axis = gather([day("2030-10-15", 1), day("2031-03-15", 1)], 400);
    expect(axis && marks(axis, 400).map((mark) => mark.words)).toEqual(["Nov 2030", "Dec", "Jan 2031", "Feb", "Mar"]);
  });
});

describe("tracks", () => {
  it("share one scale and fit", () => {
    const axis = gather([day("2031-03-04", 40, 2), day("2031-03-05", 1, 1)], 900);
    if (!axis) throw new Error("no axis");
    const { unit, above, below, mostAbove, mostBelow } = tracks(axis);
    expect([mostAbove, mostBelow]).toEqual([2, 40]);
    expect(unit * mostBelow).toBeLessThanOrEqual(below);
    expect(unit * mostAbove).toBeLessThanOrEqual(above);
  });
  it("draw no killed as nothing and the most as the whole strip", () => {
    expect(killedHeight(0, 10)).toBe(0);
    expect(killedHeight(10, 10)).toBeGreaterThan(killedHeight(5, 10));
    expect(killedHeight(3, 0)).toBe(0);
  });
});
