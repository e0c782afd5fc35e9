// Where the person is: the address decides what is shown, so that every view can be linked and the back button works.

import { addressOf, filtersOf, type Filters } from "./filters";

export interface Route {
  incidentId: string | null;
  filters: Filters;
}

function read(): Route {
  const found = /^\/incidents\/([^/]+)\/?$/.exec(location.pathname);
  return { incidentId: found?.[1] ? decodeURIComponent(found[1]) : null, filters: filtersOf(location.search) };
}

let current = $state.raw<Route>(read());

export const route = {
  get incidentId() {
    return current.incidentId;
  },
  get filters() {
    return current.filters;
  },
};

export function listAddress(filters: Filters): string {
  return `/${addressOf(filters)}`;
}

/** The address of an incident; it keeps the filters, so that the way back leads to the same list. */
export function incidentAddress(id: string, filters: Filters): string {
  return `/incidents/${encodeURIComponent(id)}${addressOf(filters)}`;
}

/** Goes to an address of this page; with `replace` the back button does not stop here. */
export function go(address: string, replace = false): void {
  if (address === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  current = read();
}

/** Changes filters; anything but turning pages starts at page 1 again. */
export function filter(changes: Partial<Filters>, replace = false): void {
  go(listAddress({ ...current.filters, page: 1, ...changes }), replace);
}

addEventListener("popstate", () => {
  current = read();
});

/** Lets plain clicks on links within the page turn the page without loading it anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target || link.origin !== location.origin || !/^\/(incidents\/|$)/.test(link.pathname) || link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
