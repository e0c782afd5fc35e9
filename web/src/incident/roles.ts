// The roles of evidence as the text shows them: a short label, and a line of its own kind under the words.

export const ROLE_LABELS: Record<string, string> = {
  trigger: "act",
  actor: "who",
  recipient: "to whom",
  place: "where",
  date: "when",
  harm: "harm",
  harm_attribution: "says the figure",
  target: "hit",
  impact: "consequence",
  attribution: "says so",
};

/** When several roles cover the same words, the first of these draws the line. */
export const ROLE_ORDER = Object.keys(ROLE_LABELS);

export function chiefRole(roles: string[]): string {
  return ROLE_ORDER.find((role) => roles.includes(role)) ?? roles[0] ?? "";
}
