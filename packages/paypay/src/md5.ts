// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.
/** All that is needed of the library. A bundler leaves out what this does not name. */
export { md5 } from "@noble/hashes/legacy.js";
