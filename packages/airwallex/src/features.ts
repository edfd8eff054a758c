// Generated from specs/airwallex.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  type Features,
  majorUnits,
  nestedValues,
  readRichly,
  readSettings,
  readWith,
  tokenSource,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { major: majorUnits },
  currencies: anyCurrency,
  options: /* @__PURE__ */ readWith(readSettings),
  nested: nestedValues,
  tokens: tokenSource,
  read: readRichly,
};
