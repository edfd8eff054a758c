// Generated from specs/razorpay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  basicCredentials,
  checkEnvironments,
  type Features,
  minorUnits,
  nestedValues,
  ownDecimals,
  readRichly,
  readSettings,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: ownDecimals(minorUnits) },
  currencies: anyCurrency,
  options: /* @__PURE__ */ readWith(checkEnvironments, readSettings),
  basic: basicCredentials,
  nested: nestedValues,
  read: readRichly,
};
