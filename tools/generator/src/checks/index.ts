/** Everything that must hold before anything is generated. All of it is reported at once. */
import type { SpecFile } from "../read.ts";
import { checkAnswers } from "./answers.ts";
import { checkConstants } from "./constants.ts";
import { checkCredentials } from "./credentials.ts";
import { checkCurrencies } from "./currencies.ts";
import { checkEncodings } from "./encodings.ts";
import { checkEnvironments } from "./environments.ts";
import { checkErrors } from "./errors.ts";
import { checkEvidence } from "./evidence.ts";
import { checkExamples } from "./examples.ts";
import { checkForms } from "./forms.ts";
import { checkIdempotency } from "./idempotency.ts";
import { checkIdentity } from "./identity.ts";
import { checkListsOfOne } from "./lists-of-one.ts";
import { checkNestedValues } from "./nested-values.ts";
import { checkNotification } from "./notification.ts";
import { checkOpenApi } from "./openapi.ts";
import { checkPaths } from "./paths.ts";
import { checkProvider } from "./provider.ts";
import { checkQuestions } from "./questions.ts";
import { checkReferences } from "./references.ts";
import { checkRequests } from "./requests.ts";
import { checkSandbox } from "./sandbox.ts";
import { checkSandboxNotifications } from "./sandbox-notifications.ts";
import { checkSchemas } from "./schemas.ts";
import { checkServers } from "./servers.ts";
import { checkSettings } from "./settings.ts";
import { checkSignatures } from "./signatures.ts";
import { checkSources } from "./sources.ts";
import { checkUnread } from "./unread.ts";
import { checkVerifiedAnswers } from "./verified-answers.ts";
import { checkVocabulary } from "./vocabulary.ts";

/** Need a document whose references can be followed. */
const meaning = [
  checkSources,
  checkSchemas,
  checkProvider,
  checkPaths,
  checkCredentials,
  checkServers,
  checkEnvironments,
  checkSettings,
  checkCurrencies,
  checkUnread,
  checkRequests,
  checkConstants,
  checkListsOfOne,
  checkNestedValues,
  checkEncodings,
  checkForms,
  checkSignatures,
  checkIdentity,
  checkQuestions,
  checkAnswers,
  checkVerifiedAnswers,
  checkEvidence,
  checkNotification,
  checkIdempotency,
  checkErrors,
  checkSandbox,
  checkSandboxNotifications,
  checkExamples,
];

export async function checkSpec(spec: SpecFile): Promise<void> {
  if (spec.root === undefined) return;
  const shaped = checkVocabulary(spec);
  await checkOpenApi(spec);
  if (!checkReferences(spec)) return;
  for (const check of meaning) {
    try {
      check(spec);
    } catch (error) {
      // In a document of the wrong shape a check may stumble; the shape has been reported, and the other checks go on.
      if (shaped) throw error;
    }
  }
}
