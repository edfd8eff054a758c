// Generated from specs/klarna.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  basicCredentials,
  type Features,
  minorUnits,
  readHosts,
  readRichly,
  readSettings,
  readWith,
  wireForms,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: minorUnits },
  currencies: anyCurrency,
  options: /* @__PURE__ */ readWith(readSettings, readHosts),
  basic: basicCredentials,
  read: readRichly,
  forms: wireForms,
};
