import { callerKey, type Drill } from "../drill.ts";

export const paypal: Drill = {
  package: "@paypal/paypal-server-sdk",
  call: "payments.refundCapturedPayment({ captureId, body })",
  path: /^\/v2\/payments\/captures\/[^/]+\/refund$/,
  answered: {
    status: 201,
    body: '{"id":"1JU08902781691411","amount":{"currency_code":"USD","value":"10.00"},"status":"COMPLETED"}',
  },
  declined: {
    status: 422,
    body: '{"name":"UNPROCESSABLE_ENTITY","details":[{"issue":"CAPTURE_FULLY_REFUNDED","description":"The capture has already been fully refunded."}],"message":"The requested action could not be performed.","debug_id":"90957fca61718"}',
  },
  timeoutOption: "timeout",
  keyOption: "paypalRequestId",
  ours: {
    provider: "paypal",
    options: { environment: "test", accessToken: "sample-token" },
    request: {
      payment: { captureId: "2GG279541U471931P" },
      amount: { value: 1000, currency: "USD" },
      key: callerKey,
    },
    headers: ["paypal-request-id", "prefer"],
    differs: {
      "header prefer": "the API description: only the whole refund repeats the amount",
    },
  },
  open({ Client, Environment, PaymentsController }, { timeoutMs, key }) {
    const client = new Client({
      environment: Environment.Sandbox,
      ...(timeoutMs && { timeout: timeoutMs }),
      // A valid token, so that the refund is the first request.
      clientCredentialsAuthCredentials: {
        oAuthClientId: "sample-id",
        oAuthClientSecret: "sample-secret",
        oAuthToken: {
          accessToken: "sample-token",
          tokenType: "Bearer",
          expiry: BigInt(Math.floor(Date.now() / 1000) + 3600),
        },
      },
    });
    const payments = new PaymentsController(client);
    return () =>
      payments.refundCapturedPayment({
        captureId: "2GG279541U471931P",
        body: { amount: { currencyCode: "USD", value: "10.00" } },
        ...(key && { paypalRequestId: key }),
      });
  },
};
