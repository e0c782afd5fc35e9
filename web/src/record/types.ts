// The record forms of the API (src/dateline/model/record.py and src/dateline/api/records.py).

export type Quad = "VC" | "MC" | "VX" | "MX";
export type Status = "occurred" | "planned" | "conditional" | "alleged" | "denied";
export type Part = "text" | "title";

export interface Range {
  min: number | null;
  max: number | null;
}

export interface Actor {
  text: string | null;
  name: string;
  country: string;
  sector: string;
}

export interface Place {
  text: string | null;
  name: string;
  country: string;
  admin1: string;
  precision: "site" | "city" | "admin2" | "admin1" | "region" | "country";
  radius_km: number | null;
}

export interface TimeSpan {
  text: string | null;
  start: string;
  end: string;
  precision: "hour" | "day" | "week" | "month" | "year";
}

export interface Evidence {
  role: string;
  start: number;
  end: number;
  in: Part;
  index: number;
}

export interface Harm extends Range {
  kind: string;
  who: string | null;
  text: string | null;
  attribution?: Actor;
  subset?: boolean;
  superseded?: boolean;
}

export interface Target {
  kind: string;
  extent: "destroyed" | "damaged" | "unknown";
  text: string | null;
}

export interface Impact {
  kind: string;
  text: string | null;
  place?: string;
  people?: Range;
  households?: Range;
  buildings?: Range;
}

export interface Figure extends Range {
  event_id: string;
  doc_id: string;
  publisher: string | null;
  published: string | null;
  attribution: Actor | null;
  newest: boolean;
}

export interface TollRow extends Range {
  kind: string;
  who: string | null;
  subset: boolean;
}

export interface Toll extends TollRow {
  figures: Figure[];
}

/** An incident as a row of the list. */
export interface IncidentRow {
  incident_id: string;
  event_ids: string[];
  doc_ids: string[];
  event_type: string;
  quad: Quad;
  mode: string | null;
  status: Status;
  background: boolean;
  aggregate: boolean;
  contexts: string[];
  actors: Actor[];
  recipients: Actor[];
  place: Place | null;
  date: TimeSpan | null;
  harm: TollRow[];
  targets: Target[];
  impacts: Impact[];
  attributions: Actor[];
  sources: number;
  independent_sources: number;
  confidence: number;
  disputed: string[];
  links: IncidentLink[];
}

export interface IncidentLink {
  kind: "fulfils" | "part_of";
  target: string;
}

export interface MergeReason {
  left: string;
  right: string;
  score: number;
  comparisons: [string, number][];
}

export interface Incident extends IncidentRow {
  harm: Toll[];
  reasons: MergeReason[];
}

export interface CodedEvent {
  event_id: string;
  doc_id: string;
  event_type: string;
  mode: string | null;
  status: Status;
  actors: Actor[];
  recipients: Actor[];
  place: Place | null;
  date: TimeSpan | null;
  harm: Harm[];
  targets: Target[];
  impacts: Impact[];
  attribution: Actor | null;
  evidence: Evidence[];
  confidence: number;
  coder: string;
}

export interface ReportDocument {
  doc_id: string;
  title: string;
  text: string;
  sentences: [number, number][];
  published: string | null;
  published_method: string;
  publisher: string | null;
  agency: string | null;
  url: string | null;
  address: string;
  family: string | null;
  version: number;
  ingested_at: string;
}

/** Words of a document behind one value of an incident. */
export interface Citation {
  field: string;
  index: number;
  figure: number | null;
  event_id: string;
  doc_id: string;
  in: Part;
  start: number;
  end: number;
}

export interface WholeIncident {
  incident: Incident;
  events: CodedEvent[];
  documents: ReportDocument[];
  citations: Citation[];
  linked: Record<string, IncidentRow>;
  history: Revision[];
  /** What the comparisons of the merge found, in words. */
  comparisons: Record<string, string>;
}

/** One state of an incident; null where it had ceased to be one. */
export interface Revision {
  revision: number;
  decided_at: string;
  incident: IncidentRow | null;
}

export interface DocumentVersion {
  doc_id: string;
  version: number;
  ingested_at: string;
  changes: { op: "removed" | "added"; text: string }[];
}

export interface IncidentPage {
  total: number;
  facets: Record<string, Record<string, number>>;
  incidents: IncidentRow[];
}

export interface TimelineDay {
  day: string;
  quads: Partial<Record<Quad, number>>;
  killed_min: number;
  killed_max: number;
  incident_ids: string[];
}

export interface Codebook {
  types: { name: string; quad: Quad; summary: string; modes: string[] }[];
  statuses: Status[];
  targets: string[];
  countries: Record<string, string>;
}
