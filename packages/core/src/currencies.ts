// ISO 4217 by number of decimals. One list, from which both the type and the run-time table come.
const decimals0 = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const decimals2 =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
const decimals3 = "BHD IQD JOD KWD LYD OMR TND";
const decimals4 = "CLF UYW";

type Words<
  Text extends string,
  Found extends string = never,
> = Text extends `${infer Word} ${infer Rest}` ? Words<Rest, Found | Word> : Found | Text;

/** An ISO 4217 currency code. */
export type Currency = Words<
  typeof decimals0 | typeof decimals2 | typeof decimals3 | typeof decimals4
>;

const byExponent = [
  [0, decimals0],
  [2, decimals2],
  [3, decimals3],
  [4, decimals4],
] as const;

const exponents = new Map(
  byExponent.flatMap(([exponent, codes]) =>
    codes.split(" ").map((code) => [code, exponent] as const),
  ),
);

/** How many decimals a currency has (EUR 2, JPY 0, KWD 3); undefined for what is not ISO 4217. */
export const exponentOf = (currency: string): number | undefined => exponents.get(currency);
