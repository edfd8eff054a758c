// ISO 4217 by number of decimals. Each word is a first letter followed by the other two letters of every code that starts
// with it: "KMFRW" is KMF and KRW. This takes 60 % of the bytes of the full codes in every bundle.
const decimals0 = "BIF CLP DJF GNF ISK JPY KMFRW PYG RWF UGXYI VNDUV XAFOFPF";
const decimals2 =
  "AEDFNLLMDOARSUDWGZN BAMBDDTMDNDOBOVRLSDTNWPYNZD CADDFHEHFHWNYOPOURCUPVEZK DKKOPZD EGPRNTBUR FJDKP GBPELHSIPMDTQYD HKDNLTGUF IDRLSNRRR JMD KESGSHRPWYDZT LAKBPKRRDSL MADDLGAKDMKNTOPRUURVRWKXNXVYRZN NADGNIOOKPRZD PABENGKHPKRLN QAR RONSDUB SARBDCRDGEKGDHPLEOSRDSPTNVCYPZL THBJSMTOPRYTDWDZS UAHSDSNYUZS VEDES WST XCDCG YER ZARMWWG";
const decimals3 = "BHD IQD JOD KWD LYD OMR TND";
const decimals4 = "CLF UYW";

type Pairs<
  First extends string,
  Rest extends string,
> = Rest extends `${infer A}${infer B}${infer More}`
  ? `${First}${A}${B}` | Pairs<First, More>
  : never;

type Codes<Packed extends string> = Packed extends `${infer Word} ${infer More}`
  ? Codes<Word> | Codes<More>
  : Packed extends `${infer First}${infer Rest}`
    ? Pairs<First, Rest>
    : never;

/** An ISO 4217 currency code. */
export type Currency =
  | Codes<typeof decimals0>
  | Codes<typeof decimals2>
  | Codes<typeof decimals3>
  | Codes<typeof decimals4>;

const codesIn = (packed: string): ReadonlySet<string> =>
  new Set(
    packed.split(" ").flatMap(([first, ...rest]) =>
      // The other two letters of each code.
      (rest.join("").match(/../g) ?? []).map((letters) => `${first}${letters}`),
    ),
  );

/** The currencies with two decimals. */
export const codes2 = /* @__PURE__ */ codesIn(decimals2);

const byExponent = /* @__PURE__ */ [decimals0, "", decimals2, decimals3, decimals4].map(codesIn);

/** The decimals of a currency (EUR 2, JPY 0, KWD 3); undefined if the code is not in ISO 4217. */
export function exponentOf(currency: string): number | undefined {
  const exponent = byExponent.findIndex((codes) => codes.has(currency));
  return exponent < 0 ? undefined : exponent;
}

/** Every ISO 4217 code that is known here. */
export const currencyCodes = (): string[] => byExponent.flatMap((codes) => [...codes]).sort();
