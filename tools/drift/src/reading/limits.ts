/** Limits in words: `max 32 characters`, `between 0.01 and 1000`, `up to 60`, `3-letter`, `two decimals`. */

const counted = "(?:char(?:acter)?s?|letters?|digits?|bytes?|symbols?)";
const most = String.raw`(?:\b(?:max(?:imum|\.)?(?: (?:length|size|value|of))*|up to|at most|no (?:more|longer|greater) than|not (?:to )?exceed(?:ing)?|less than or equal to)|<=|≤)`;
const least = String.raw`(?:\b(?:min(?:imum|\.)?(?: (?:length|size|value|of))*|at least|no (?:less|fewer|shorter) than|not less than|greater than or equal to)|>=|≥)`;
const number = String.raw`(\d+(?:[.,]\d+)*)`;
const to = String.raw`\s*(?:-|–|to|\.\.)\s*`;

const range = new RegExp(
  String.raw`between\s+${number}\s+and\s+${number}|\b(?:length|range|from)\s*:?\s*${number}${to}${number}|${number}${to}${number}\s*${counted}`,
  "i",
);
const upper = new RegExp(String.raw`${most}\s*[:=]?\s*(?:is\s+)?${number}(?!\s*decimal)`, "i");
const lower = new RegExp(String.raw`${least}\s*[:=]?\s*(?:is\s+)?${number}(?!\s*decimal)`, "i");
const exactly = new RegExp(
  String.raw`${number}[ -]${counted}(?=[\s.,;)]|$)|\blength\s*[:=]?\s*(?:is |of )?${number}`,
  "i",
);
const decimals =
  /\b(\d|no|one|two|three|four)\s+(?:decimals?|decimal places?|digits? after the (?:decimal )?point)\b/i;

/** A fact that a description states, such as `maxLength` and `20`. */
export interface DescribedFact {
  readonly aspect: string;
  readonly value: string;
}

/** @param isText a number limits the length, not the value */
export function limitsIn(text: string, isText: boolean): DescribedFact[] {
  const count = decimals.exec(text)?.[1]?.toLowerCase();
  const own = count ? [{ aspect: "decimals", value: digits[count] ?? count }] : [];
  return [...figuresIn(text, isText), ...own];
}

const digits: Record<string, string> = { no: "0", one: "1", two: "2", three: "3", four: "4" };

function figuresIn(text: string, isText: boolean): DescribedFact[] {
  const [low, high] = isText ? ["minLength", "maxLength"] : ["minimum", "maximum"];
  const [from, until] = range.exec(text)?.slice(1).filter(Boolean) ?? [];
  if (from && until) return [limit(low, from), limit(high, until)];
  const [most, least] = [upper.exec(text)?.[1], lower.exec(text)?.[1]];
  if (most || least) {
    return [...(most ? [limit(high, most)] : []), ...(least ? [limit(low, least)] : [])];
  }
  const length = exactly.exec(text)?.slice(1).find(Boolean);
  return length ? [limit("minLength", length), limit("maxLength", length)] : [];
}

const limit = (aspect: string, figure: string): DescribedFact => ({
  aspect,
  value: figure.replace(/,(?=\d{3}\b)/g, ""),
});
