// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.
import { md5 } from "@noble/hashes/legacy.js";
import {
  composedSigner,
  type Features,
  freshValue,
  minorUnits,
  readRichly,
  readSettings,
  readWith,
  secretKey,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: secretKey, md5, fresh: freshValue }),
  money: { minor: minorUnits },
  fresh: freshValue,
  options: /* @__PURE__ */ readWith(readSettings),
  read: readRichly,
};
