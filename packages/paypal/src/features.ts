// Generated from specs/paypal.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  basicCredentials,
  type Features,
  listedCurrencies,
  majorUnits,
  newToken,
  ownDecimals,
  readRichly,
  readSettings,
  readWith,
  tokenSource,
  worthRepeating,
  writeForm,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  body: writeForm,
  money: { major: ownDecimals(majorUnits) },
  currencies: listedCurrencies,
  repeats: worthRepeating,
  renews: newToken,
  options: /* @__PURE__ */ readWith(readSettings),
  basic: basicCredentials,
  tokens: tokenSource,
  read: readRichly,
};
