// Generated from specs/sumup.yaml by `npm run generate`. Do not edit: edit the spec.

export { default } from "../../vitest.shared.ts";
