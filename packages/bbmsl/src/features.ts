// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.
import { base64, type Features, majorUnits, rsaSigner, writeTexts } from "@refunds/core/provider";

/** What of core this provider needs beside the basics. */
export const features: Features = {
  texts: writeTexts,
  signer: /* @__PURE__ */ rsaSigner({ base64 }),
  money: { major: majorUnits },
};
