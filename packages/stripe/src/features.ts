// Generated from specs/stripe.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  checkEnvironments,
  currenciesExcept,
  type Features,
  minorUnits,
  ownDecimals,
  readRichly,
  readSettings,
  readWith,
  wireForms,
  worthRepeating,
  writeForm,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  body: writeForm,
  money: { minor: ownDecimals(minorUnits) },
  currencies: currenciesExcept,
  repeats: worthRepeating,
  options: /* @__PURE__ */ readWith(checkEnvironments, readSettings),
  read: readRichly,
  forms: wireForms,
};
