// Keys that act on the page as a whole: never while a person types, never with Ctrl, Alt or the command key.

/** Each key with what it does, as the help shows it. */
export const KEYS: [place: string, keys: [key: string, does: string][]][] = [
  [
    "Everywhere",
    [
      ["/", "search the reports’ words"],
      ["?", "this help"],
      ["Esc", "back: close, leave a field, clear a selection, return to the list"],
    ],
  ],
  [
    "List",
    [
      ["j, k", "next, previous incident (also to the next page)"],
      ["Enter", "open the incident"],
      ["f", "filters"],
      ["t", "timeline"],
      ["g", "first incident of the page"],
    ],
  ],
  [
    "Timeline",
    [
      ["← →", "one day back, on"],
      ["Shift ← →", "widen the selection"],
      ["Enter", "list only the selected days"],
      ["z", "draw only the selected days, all days"],
    ],
  ],
  [
    "Incident",
    [
      ["j, k", "next, previous incident of the list"],
      ["n, p", "next, previous sentence behind the value"],
      ["[ ]", "previous, next report"],
      ["l", "labels in the text on, off"],
      ["c", "copy the citation"],
    ],
  ],
];

export const help = $state({ open: false });

/** The key that was pressed for the page, or null if it was meant for something else. */
export function keyOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  // The open help closes itself on Escape.
  if (help.open) return event.key === "?" ? "?" : null;
  if (event.key === "Escape") return "Escape";
  const target = event.target;
  if (target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio]), select, textarea")) return null;
  return event.key;
}

/** Moves the focus to the first element that matches, and says whether there is one. */
export function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  found?.scrollIntoView({ block: "nearest" });
  return found !== null;
}
