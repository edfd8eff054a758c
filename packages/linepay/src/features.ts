// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  composedSigner,
  type Features,
  freshValue,
  majorUnits,
  ownDecimals,
  readRichly,
  secretKey,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: secretKey }),
  money: { major: ownDecimals(majorUnits) },
  fresh: freshValue,
  read: readRichly,
};
