// Generated from specs/square.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  currenciesExcept,
  type Features,
  minorUnits,
  nestedValues,
  readRichly,
  readSettings,
  readWith,
  worthRepeating,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: minorUnits },
  currencies: currenciesExcept,
  repeats: worthRepeating,
  options: /* @__PURE__ */ readWith(readSettings),
  nested: nestedValues,
  read: readRichly,
};
