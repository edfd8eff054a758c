// Generated from specs/wechatpay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  answerVerifier,
  byPublicKey,
  composedSigner,
  type Features,
  freshValue,
  listedCurrencies,
  minorUnits,
  nestedValues,
  readRichly,
  readSettings,
  readWith,
  signingKey,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: signingKey, fresh: freshValue }),
  verifier: answerVerifier(byPublicKey()),
  money: { minor: minorUnits },
  currencies: listedCurrencies,
  options: /* @__PURE__ */ readWith(readSettings),
  nested: nestedValues,
  read: readRichly,
};
