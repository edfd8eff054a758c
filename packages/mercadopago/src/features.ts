// Generated from specs/mercadopago.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  checkEnvironments,
  type Features,
  listedCurrencies,
  majorUnits,
  readRichly,
  readSettings,
  readWith,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { major: majorUnits },
  currencies: listedCurrencies,
  options: /* @__PURE__ */ readWith(checkEnvironments, readSettings),
  read: readRichly,
};
