// Country names from ISO 3166-1 alpha-3 codes. The browser knows names by alpha-2 code, which is mostly the first two letters of
// the alpha-3 code; those where it is not are listed here (alpha-3, then alpha-2).

const OTHERWISE =
  "ABWAW AGOAO ALAAX ANDAD AREAE ARMAM ATAAQ ATFTF ATGAG AUTAT BDIBI BENBJ BESBQ BGDBD BHSBS BIHBA BLRBY BLZBZ BRBBB BRNBN CAFCF " +
  "CHLCL CHNCN CODCD COGCG COKCK COMKM CPVCV CUWCW CYMKY DNKDK ESHEH ESTEE FLKFK FROFO FSMFM GINGN GLPGP GNBGW GNQGQ GRDGD GRLGL " +
  "GUFGF GUYGY IRLIE IRQIQ ISRIL JAMJM KAZKZ KNAKN KORKR LBRLR LBYLY LKALK LVALV MACMO MAFMF MDGMG MDVMV MEXMX MKDMK MLTMT MNEME " +
  "MNPMP MOZMZ MTQMQ MYTYT NIUNU NPLNP PAKPK PCNPN PLWPW PNGPG POLPL PRKKP PRTPT PRYPY PYFPF SENSN SGSGS SLBSB SLVSV SPMPM SRBRS " +
  "SURSR SVKSK SVNSI SWESE SWZSZ SYCSC TCDTD TKMTM TUNTN TURTR TUVTV UKRUA URYUY WLFWF";

const alpha2 = new Map(OTHERWISE.split(" ").map((pair) => [pair.slice(0, 3), pair.slice(3)]));
const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const known = new Map<string, string>([
  ["IGO", "bodies of states"],
  ["", "no country"],
]);

/** The English name of a country, or the code itself where it has none. */
export function countryName(code: string): string {
  let name = known.get(code);
  if (name === undefined) {
    name = (/^[A-Z]{3}$/.test(code) && names.of(alpha2.get(code) ?? code.slice(0, 2))) || code;
    known.set(code, name);
  }
  return name;
}
