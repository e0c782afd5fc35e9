// The filters of the list, and their form in the address of the page and in a question to the API.

export type Background = "news" | "all" | "only";
export const ORDERS = { newest: "newest first", oldest: "oldest first", deadliest: "deadliest first", most_reported: "most reported first" };
export type Order = keyof typeof ORDERS;

export interface Filters {
  event_type: string[];
  quad: string[];
  status: string[];
  country: string[];
  actor: string[];
  target: string[];
  since: string;
  until: string;
  text: string;
  killed_at_least: number | null;
  background: Background;
  order: Order;
  page: number;
}

export type ListField = "event_type" | "quad" | "status" | "country" | "actor" | "target";
export const LIST_FIELDS: ListField[] = ["quad", "event_type", "status", "country", "actor", "target"];
export const PAGE_SIZE = 100;

export const NO_FILTERS: Filters = {
  event_type: [],
  quad: [],
  status: [],
  country: [],
  actor: [],
  target: [],
  since: "",
  until: "",
  text: "",
  killed_at_least: null,
  background: "news",
  order: "newest",
  page: 1,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads filters from an address; what it does not understand is left at its default. */
export function filtersOf(search: string): Filters {
  const given = new URLSearchParams(search);
  const day = (name: string) => (DAY.test(given.get(name) ?? "") ? (given.get(name) as string) : "");
  const whole = (name: string) => (/^\d{1,9}$/.test(given.get(name) ?? "") ? Number(given.get(name)) : null);
  const background = given.get("background");
  const order = given.get("order");
  const filters: Filters = {
    ...NO_FILTERS,
    since: day("since"),
    until: day("until"),
    text: given.get("text") ?? "",
    killed_at_least: whole("killed_at_least"),
    background: background === "all" || background === "only" ? background : "news",
    order: order !== null && order in ORDERS ? (order as Order) : "newest",
    page: Math.max(1, whole("page") ?? 1),
  };
  for (const field of LIST_FIELDS) filters[field] = [...new Set(given.getAll(field))];
  return filters;
}

/** The filters as the query of an address, without what stands at its default: "" if all does. */
export function addressOf(filters: Filters): string {
  const query = new URLSearchParams(choices(filters));
  if (filters.background !== "news") query.set("background", filters.background);
  if (filters.page > 1) query.set("page", String(filters.page));
  const written = query.toString();
  return written && `?${written}`;
}

/** The filters as the API's parameters for one page of the list. */
export function questionOf(filters: Filters): string {
  const query = new URLSearchParams(choices(filters));
  if (filters.background !== "all") query.set("background", String(filters.background === "only"));
  query.set("limit", String(PAGE_SIZE));
  query.set("offset", String((filters.page - 1) * PAGE_SIZE));
  return query.toString();
}

/** The same for the timeline, which always shows every day: the chosen days are a window on it. */
export function timelineQuestionOf(filters: Filters): string {
  const query = new URLSearchParams(choices({ ...filters, since: "", until: "", order: "newest" }));
  if (filters.background !== "all") query.set("background", String(filters.background === "only"));
  return query.toString();
}

/** Whether anything is asked for beyond the defaults (order and page aside). */
export function isFiltered(filters: Filters): boolean {
  return addressOf({ ...filters, order: "newest", page: 1 }) !== "";
}

function choices(filters: Filters): [string, string][] {
  const pairs: [string, string][] = LIST_FIELDS.flatMap((field) => filters[field].map((value): [string, string] => [field, value]));
  for (const name of ["since", "until", "text"] as const) if (filters[name]) pairs.push([name, filters[name]]);
  if (filters.killed_at_least !== null) pairs.push(["killed_at_least", String(filters.killed_at_least)]);
  if (filters.order !== "newest") pairs.push(["order", filters.order]);
  return pairs;
}
