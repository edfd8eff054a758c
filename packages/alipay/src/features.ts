// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  answerVerifier,
  byPublicKey,
  composedSigner,
  type Features,
  freshValue,
  listedCurrencies,
  majorUnits,
  nestedValues,
  readRichly,
  signingKey,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: signingKey, fresh: freshValue }),
  verifier: answerVerifier(byPublicKey()),
  money: { major: majorUnits },
  currencies: listedCurrencies,
  nested: nestedValues,
  read: readRichly,
};
