// Sends 40 events with one SDK and ends when the SDK has them off its hands.
// node send.mjs <sdk> <address> <key> <time of the first event in epoch milliseconds>
const [sdk, address, key, first] = process.argv.slice(2);

const events = Array.from({ length: 40 }, (_, n) => ({
  user: `${sdk}-user-${n % 4}`,
  time: new Date(Number(first) + n * 1000),
  properties: { n, price: 1.5, text: 'grün \u{1F600}', nested: { list: [1, { a: true }] } },
}));

const senders = {
  async segment() {
    const { Analytics } = await import('@segment/analytics-node');
    const analytics = new Analytics({ writeKey: key, host: address, flushAt: 10, maxRetries: 10 });
    for (const { user, time, properties } of events) {
      analytics.track({ userId: user, event: 'sdk_tested', properties, timestamp: time });
    }
    await analytics.closeAndFlush({ timeout: 60000 });
  },

  async rudderstack() {
    const Analytics = (await import('@rudderstack/rudder-sdk-node')).default;
    const analytics = new Analytics(key, { dataPlaneUrl: address, flushAt: 10, retryCount: 10 });
    const done = events.map(
      ({ user, time, properties }) =>
        new Promise((resolve, reject) =>
          analytics.track(
            { userId: user, event: 'sdk_tested', properties, originalTimestamp: time },
            (error) => (error ? reject(error) : resolve()),
          ),
        ),
    );
    await Promise.all(done);
  },

  async posthog() {
    const { PostHog } = await import('posthog-node');
    const posthog = new PostHog(key, { host: address, flushAt: 10, maxBatchSize: 10, fetchRetryCount: 10, fetchRetryDelay: 200 });
    for (const { user, time, properties } of events) {
      posthog.capture({ distinctId: user, event: 'sdk_tested', properties, timestamp: time });
    }
    await posthog.shutdown(60000);
  },

  async snowplow() {
    const { buildSelfDescribingEvent, newTracker } = await import('@snowplow/node-tracker');
    let taken = 0;
    const tracker = newTracker(
      { namespace: 'test', appId: key, encodeBase64: true },
      { endpoint: address, eventMethod: 'post', bufferSize: 10, onRequestSuccess: (batch) => (taken += batch.length) },
    );
    // what failed is sent again with the next flush
    const allTaken = async (until) => {
      while (taken < until) {
        tracker.flush();
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    for (const [i, { user, time, properties }] of events.entries()) {
      tracker.setUserId(user);
      tracker.track(
        buildSelfDescribingEvent({ event: { schema: 'iglu:com.acme/sdk_tested/jsonschema/1-0-0', data: properties } }),
        [{ schema: 'iglu:com.acme/test/jsonschema/1-0-0', data: { run: 1 } }],
        { type: 'dtm', value: time.getTime() },
      );
      if (i % 10 === 9) await allTaken(i + 1);
    }
  },

  async cloudevents() {
    const { CloudEvent, Mode, emitterFor, httpTransport } = await import('cloudevents');
    const transport = httpTransport(`${address}/cloudevents?key=${key}`);
    const modes = [Mode.BINARY, Mode.STRUCTURED].map((mode) => emitterFor(transport, { mode }));
    for (const [i, { user, time, properties }] of events.entries()) {
      const event = new CloudEvent({
        type: 'sdk_tested', source: '/test', subject: user, time: time.toISOString(), data: properties,
      });
      // this SDK does not send again by itself, and tells the answer by its headers only
      while ((await modes[i % 2](event)).headers['retry-after']) {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  },
};

await senders[sdk]();
process.exit(0);
