// Generated from specs/flutterwave.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  checkEnvironments,
  type Features,
  majorUnits,
  readRichly,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { major: majorUnits },
  currencies: anyCurrency,
  options: /* @__PURE__ */ readWith(checkEnvironments),
  read: readRichly,
};
