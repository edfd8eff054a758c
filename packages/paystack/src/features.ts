// Generated from specs/paystack.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  checkEnvironments,
  type Features,
  listedCurrencies,
  minorUnits,
  readRichly,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: minorUnits },
  currencies: listedCurrencies,
  options: /* @__PURE__ */ readWith(checkEnvironments),
  read: readRichly,
};
