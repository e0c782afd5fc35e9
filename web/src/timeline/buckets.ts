// Days of the timeline gathered into as many buckets as the width can show, and the marks below the axis.

import type { Quad, TimelineDay } from "../record/types";

const DAY_MS = 86_400_000;
const MIN_BUCKET_PX = 5;
const BUCKET_DAYS = [1, 7, 14, 28, 91, 182, 364];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Days are counted from 1970 in UTC, so that no summer time can shift them. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** `first` and `last` are day numbers, both inclusive. */
export interface Bucket {
  first: number;
  last: number;
  counts: Record<Quad, number>;
  killedMin: number;
  killedMax: number;
}

export interface Axis {
  first: number;
  last: number;
  bucketDays: number;
  buckets: Bucket[];
}

/** Buckets without a gap from the first day to the last, each wide enough to be seen in `width` pixels. */
export function gather(days: TimelineDay[], width: number): Axis | null {
  if (days.length === 0) return null;
  const numbers = days.map((day) => dayNumber(day.day));
  const first = Math.min(...numbers);
  const span = Math.max(...numbers) - first + 1;
  const fitting = BUCKET_DAYS.find((size) => (width / span) * size >= MIN_BUCKET_PX);
  const bucketDays = fitting ?? Math.ceil((span * MIN_BUCKET_PX) / Math.max(width, MIN_BUCKET_PX));
  const buckets: Bucket[] = [];
  for (let day = first; day < first + span; day += bucketDays) {
    buckets.push({ first: day, last: day + bucketDays - 1, counts: { VC: 0, MC: 0, VX: 0, MX: 0 }, killedMin: 0, killedMax: 0 });
  }
  days.forEach((day, i) => {
    const bucket = buckets[Math.floor(((numbers[i] ?? first) - first) / bucketDays)];
    if (!bucket) return;
    for (const quad of ["VC", "MC", "VX", "MX"] as const) bucket.counts[quad] += day.quads[quad] ?? 0;
    bucket.killedMin += day.killed_min;
    bucket.killedMax += day.killed_max;
  });
  return { first, last: first + buckets.length * bucketDays - 1, bucketDays, buckets };
}

/** Days that get a mark on the axis, with their words; about one every `spacing` pixels. */
export function marks(axis: Axis, width: number, spacing = 72): { day: number; words: string }[] {
  const pxPerDay = width / (axis.last - axis.first + 1);
  const step = [1, 2, 7, 14].find((days) => days * pxPerDay >= spacing);
  const found = step ? everyFewDays(axis, step) : everyFewMonths(axis, spacing / pxPerDay);
  return found.map(({ day, words }, i) => {
    const year = dayOf(day).slice(0, 4);
    const before = found[i - 1];
    return { day, words: before && dayOf(before.day).startsWith(year) ? words : `${words} ${year}` };
  });
}

function everyFewDays(axis: Axis, step: number): { day: number; words: string }[] {
  const found = [];
  for (let day = axis.first; day <= axis.last; day += step) {
    const written = dayOf(day);
    found.push({ day, words: `${Number(written.slice(8))} ${MONTHS[Number(written.slice(5, 7)) - 1]}` });
  }
  return found;
}

function everyFewMonths(axis: Axis, daysBetween: number): { day: number; words: string }[] {
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => months * 30 >= daysBetween) ?? 240;
  const start = new Date(axis.first * DAY_MS);
  const found = [];
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1; ; month++) {
    if (month % step !== 0) continue;
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
    if (day > axis.last) return found;
    found.push({ day, words: MONTHS[month % 12] ?? "" });
  }
}
