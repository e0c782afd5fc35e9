// The one place that asks the API.

import type { Codebook, DocumentVersion, IncidentPage, TimelineDay, WholeIncident } from "./types";

/** An answer of the API that is no success; the message is its sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/${path}`, { signal: signal ?? null });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused(0, "The server does not answer; is “dateline serve” still running?");
  }
  const body = await response.json();
  if (!response.ok) throw new Refused(response.status, body.error ?? response.statusText);
  return body as T;
}

export const client = {
  incidents: (query: string, signal?: AbortSignal) => ask<IncidentPage>(`incidents?${query}`, signal),
  timeline: async (query: string, signal?: AbortSignal) => (await ask<{ days: TimelineDay[] }>(`timeline?${query}`, signal)).days,
  incident: (id: string, signal?: AbortSignal) => ask<WholeIncident>(`incidents/${encodeURIComponent(id)}`, signal),
  versions: async (docId: string, signal?: AbortSignal) =>
    (await ask<{ versions: DocumentVersion[] }>(`documents/${encodeURIComponent(docId)}`, signal)).versions,
  codebook: () => ask<Codebook>("codebook"),
};
