// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  basicCredentials,
  type Features,
  listedCurrencies,
  minorUnits,
  readRichly,
  readSettings,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: minorUnits },
  currencies: listedCurrencies,
  options: /* @__PURE__ */ readWith(readSettings),
  basic: basicCredentials,
  read: readRichly,
};
