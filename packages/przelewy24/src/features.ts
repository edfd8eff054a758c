// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  basicCredentials,
  type Features,
  minorUnits,
  readRichly,
  readSettings,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: minorUnits },
  currencies: anyCurrency,
  options: /* @__PURE__ */ readWith(readSettings),
  basic: basicCredentials,
  read: readRichly,
};
