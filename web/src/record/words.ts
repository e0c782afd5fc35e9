// Values of the record in few words that say how certain they are.

import { countryName } from "./countries.svelte";
import type { Actor, Impact, IncidentRow, Place, Quad, Range, Target, TimeSpan, Toll, TollRow } from "./types";

export const QUAD_WORDS: Record<Quad, string> = {
  VC: "talks, agreement",
  MC: "cooperation",
  VX: "verbal conflict",
  MX: "violence, coercion",
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WIDE: Partial<Record<Place["precision"], string>> = {
  admin2: "district",
  admin1: "province",
  region: "region",
  country: "country",
};

/** "ASSAULT" as "Assault", "energy.grid" as "energy grid", "power_outage" as "power outage". */
export function plain(code: string): string {
  const words = code.replace(/[._-]/g, " ");
  return words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words;
}

/** "4", "4–6", "0–6", "4+", "up to 6" where no lowest is known, "?" */
export function rangeWords({ min, max }: Range): string {
  if (min === null && max === null) return "?";
  if (max === null) return `${number(min ?? 0)}+`;
  if (min === max) return number(max);
  return min === null ? `up to ${number(max)}` : `${number(min)}–${number(max)}`;
}

export function number(value: number): string {
  return value.toLocaleString("en-GB");
}

function parts(day: string): [year: string, month: string, day: string] {
  return [day.slice(0, 4), MONTHS[Number(day.slice(5, 7)) - 1] ?? "", String(Number(day.slice(8, 10)))];
}

/** One day: "21 Dec 2025". */
export function dayWords(day: string): string {
  const [year, month, date] = parts(day);
  return `${date} ${month} ${year}`;
}

/** Days with the precision they are known to: "20–21 Dec 2025", "Dec 2025", "2022", "week of 15 Dec 2025". */
export function dateWords(span: TimeSpan | null): string {
  if (!span) return "no date";
  const [year, month, date] = parts(span.start);
  const [endYear, endMonth, endDate] = parts(span.end);
  if (span.precision === "year") return year === endYear ? year : `${year}–${endYear}`;
  if (span.precision === "month") return month === endMonth && year === endYear ? `${month} ${year}` : `${month}–${endMonth} ${endYear}`;
  if (span.precision === "week") return `week of ${dayWords(span.start)}`;
  if (span.start === span.end) return dayWords(span.start);
  if (year !== endYear) return `${dayWords(span.start)} – ${dayWords(span.end)}`;
  return month === endMonth ? `${date}–${endDate} ${month} ${year}` : `${date} ${month} – ${endDate} ${endMonth} ${year}`;
}

/** A town by its name; anything wider with "~" and what it is. */
export function placeWords(place: Place | null): string {
  if (!place) return "no place";
  const wide = WIDE[place.precision];
  return wide ? `~ ${place.name} (${wide})` : place.name;
}

/** The same in two parts, for narrow columns: the name, and what it is with where it lies. */
export function placeParts(place: Place | null): [name: string, rest: string] {
  if (!place) return ["no place", ""];
  const wide = WIDE[place.precision];
  return [wide ? `~ ${place.name}` : place.name, [wide, placeContext(place)].filter(Boolean).join(", ")];
}

/** Where the place lies: province and country, each unless it is the place itself. */
export function placeContext(place: Place | null): string {
  if (!place) return "";
  const around = [place.admin1, place.country && countryName(place.country)];
  return around.filter((name) => name && name !== place.name).join(", ");
}

export function actorsWords(actors: Actor[]): string {
  return actors.map((actor) => actor.name).join(", ") || "unknown";
}

/** The country and sector codes of an entity: "UKR GOV". */
export function actorCodes(actor: Actor): string {
  return [actor.country, actor.sector].filter(Boolean).join(" ");
}

/** "4–6 killed (soldiers)", "2 of the killed: children". */
export function tollWords(toll: TollRow): string {
  if (toll.subset) return `${rangeWords(toll)} of the ${toll.kind}${toll.who ? `: ${toll.who}` : ""}`;
  return `${rangeWords(toll)} ${toll.kind}${toll.who ? ` (${toll.who})` : ""}`;
}

/** Kinds of harm, the gravest first. */
export const HARM_ORDER = ["killed", "injured", "casualties", "missing", "abducted", "detained", "released", "rescued", "displaced"];

/** Whether the newest figures of the sources exclude each other. */
export function newestDisagree(toll: Toll): boolean {
  const newest = toll.figures.filter((figure) => figure.newest);
  const highestLow = Math.max(...newest.map((figure) => figure.min ?? 0));
  const lowestHigh = Math.min(...newest.map((figure) => figure.max ?? Infinity));
  return highestLow > lowestHigh;
}

/** The tolls worth a place in a row: of each kind the widest group, the killed and injured first. */
export function chiefTolls(tolls: TollRow[]): TollRow[] {
  const whole = tolls.filter((toll) => !toll.subset);
  const perKind = new Map<string, TollRow>();
  for (const toll of whole) {
    const held = perKind.get(toll.kind);
    if (!held || (held.who !== null && toll.who === null)) perKind.set(toll.kind, toll);
  }
  return [...perKind.values()].sort((a, b) => HARM_ORDER.indexOf(a.kind) - HARM_ORDER.indexOf(b.kind));
}

export function targetWords(target: Target): string {
  return target.extent === "unknown" ? plain(target.kind) : `${plain(target.kind)}, ${target.extent}`;
}

export function impactWords(impact: Impact): string {
  const counts = (["people", "households", "buildings"] as const).flatMap((name) => {
    const count = impact[name];
    return count ? [`${rangeWords(count)} ${name}`] : [];
  });
  return [plain(impact.kind), ...counts, impact.place].filter(Boolean).join(", ");
}

/** The type with its mode: "Assault, drone". */
export function actWords(incident: { event_type: string; mode: string | null }): string {
  return incident.mode ? `${plain(incident.event_type)}, ${plain(incident.mode)}` : plain(incident.event_type);
}

/** One line that names an incident, for titles, links and citations. */
export function incidentTitle(incident: IncidentRow): string {
  const whom = incident.recipients.length ? ` → ${actorsWords(incident.recipients)}` : "";
  const where = incident.place ? `, ${placeWords(incident.place)}` : "";
  return `${actorsWords(incident.actors)}${whom}: ${actWords(incident)}${where}, ${dateWords(incident.date)}`;
}

const METHODS: Record<string, string> = {
  given: "as given with the report",
  feed: "from the feed",
  "json-ld": "from the page’s own data",
  meta: "from the page’s head",
  url: "from its address",
  page: "from the page",
  text: "written in the text",
  inferred: "inferred from the text",
  ingested: "the day it was read in",
  unknown: "unknown",
};

/** How the date of publication came to be known. */
export function methodWords(method: string): string {
  return METHODS[method] ?? method;
}
