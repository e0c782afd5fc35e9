// Heights of the timeline's tracks: one scale for both sides of the axis, so that they can be compared.

import type { Axis, Bucket } from "./buckets";

export const AXIS_HEIGHT = 18;
export const KILLED_HEIGHT = 30;
const TRACKS_HEIGHT = 100;
const LEAST_TRACK = 26;
const TALLEST_UNIT = 14;

export interface Tracks {
  /** Pixels for one incident. */
  unit: number;
  /** Height of the track above the axis and of the one below it. */
  above: number;
  below: number;
  mostAbove: number;
  mostBelow: number;
  mostKilled: number;
}

export const cooperation = (bucket: Bucket) => bucket.counts.MC + bucket.counts.VC;
export const conflict = (bucket: Bucket) => bucket.counts.MX + bucket.counts.VX;

export function tracks(axis: Axis): Tracks {
  const mostAbove = Math.max(0, ...axis.buckets.map(cooperation));
  const mostBelow = Math.max(0, ...axis.buckets.map(conflict));
  const mostKilled = Math.max(0, ...axis.buckets.map((bucket) => bucket.killedMax));
  const share = mostAbove / Math.max(1, mostAbove + mostBelow);
  const above = Math.min(TRACKS_HEIGHT - LEAST_TRACK, Math.max(LEAST_TRACK, TRACKS_HEIGHT * share));
  const below = TRACKS_HEIGHT - above;
  const unit = Math.min(TALLEST_UNIT, above / Math.max(1, mostAbove), below / Math.max(1, mostBelow));
  return { unit, above, below, mostAbove, mostBelow, mostKilled };
}

/** The height of a count of killed in its strip: by the square root, so that a few are seen beside many. */
export function killedHeight(count: number, most: number): number {
  return most === 0 ? 0 : Math.sqrt(count / most) * (KILLED_HEIGHT - 6);
}
