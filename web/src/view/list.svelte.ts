// What the list and the timeline show: asked anew whenever the filters change, kept while a person reads an incident.

import { client, Refused } from "../record/client";
import { setCountries } from "../record/countries.svelte";
import type { Codebook, IncidentPage, TimelineDay } from "../record/types";
import { questionOf, timelineQuestionOf, type Filters } from "./filters";

class Listing {
  page = $state.raw<IncidentPage | null>(null);
  days = $state.raw<TimelineDay[]>([]);
  codebook = $state.raw<Codebook | null>(null);
  loading = $state(true);
  fault = $state("");
  /** The incident that the keyboard stands on. */
  cursor = $state<string | null>(null);
}

export const listing = new Listing();

let listed = "";
let drawn = "";
let running: AbortController | null = null;

/** Asks for what the filters want, unless it is shown already; a newer question calls off an older one. */
export async function load(filters: Filters): Promise<void> {
  const question = questionOf(filters);
  const timelineQuestion = timelineQuestionOf(filters);
  if (question === listed && timelineQuestion === drawn && !listing.fault) return;
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  listing.loading = true;
  try {
    await Promise.all([list(question, signal), timelineQuestion === drawn || draw(timelineQuestion, signal)]);
    listing.fault = "";
    listing.loading = false;
  } catch (error) {
    if (signal.aborted) return;
    listing.loading = false;
    listing.fault = error instanceof Refused ? error.message : "The answer could not be read; reload the page.";
  }
}

async function list(question: string, signal: AbortSignal): Promise<void> {
  const page = await client.incidents(question, signal);
  if (!page.incidents.some((incident) => incident.incident_id === listing.cursor)) listing.cursor = null;
  listing.page = page;
  listed = question;
}

async function draw(question: string, signal: AbortSignal): Promise<void> {
  listing.days = await client.timeline(question, signal);
  drawn = question;
}

export async function loadCodebook(): Promise<void> {
  listing.codebook ??= await client.codebook().catch(() => null);
  setCountries(listing.codebook?.countries ?? {});
}

/** The incident before or after this one in the list as shown, if there is one. */
export function neighbour(id: string, step: 1 | -1): string | null {
  const shown = listing.page?.incidents ?? [];
  const at = shown.findIndex((incident) => incident.incident_id === id);
  return at < 0 ? null : (shown[at + step]?.incident_id ?? null);
}
