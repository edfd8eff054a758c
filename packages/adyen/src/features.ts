// Generated from specs/adyen.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  type Features,
  minorUnits,
  nestedValues,
  ownDecimals,
  readHosts,
  readSettings,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: ownDecimals(minorUnits) },
  currencies: anyCurrency,
  options: /* @__PURE__ */ readWith(readSettings, readHosts),
  nested: nestedValues,
};
