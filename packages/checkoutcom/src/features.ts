// Generated from specs/checkoutcom.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  currenciesExcept,
  type Features,
  minorUnits,
  nestedValues,
  ownDecimals,
  readHosts,
  readRichly,
  readSettings,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: ownDecimals(minorUnits) },
  currencies: currenciesExcept,
  options: /* @__PURE__ */ readWith(readSettings, readHosts),
  nested: nestedValues,
  read: readRichly,
};
