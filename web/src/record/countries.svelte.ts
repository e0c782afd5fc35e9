// Names of countries by ISO 3166-1 alpha-3 code, as the API's directory has them.

let names = $state.raw<Record<string, string>>({});

export function setCountries(directory: Record<string, string>): void {
  names = directory;
}

/** The English name, or the code itself where the directory has none. */
export function countryName(code: string): string {
  if (code === "IGO") return "bodies of states";
  return names[code] ?? (code || "no country");
}
