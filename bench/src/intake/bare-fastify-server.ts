import fastify from 'fastify';

// As long as the answer of POST /v1/comments.
const ANSWER = {
  id: '019a0000-0000-7000-8000-000000000000',
  status: 'pending',
  statusUrl: '/v1/comments/019a0000-0000-7000-8000-000000000000',
  authorToken: 'x'.repeat(60),
};

const app = fastify();

await app.register((scope, _, done) => {
  scope.removeContentTypeParser('application/json');
  // Read to its end, as every server must, but neither joined nor parsed.
  scope.addContentTypeParser('application/json', (_request, payload, parsed) => {
    payload.resume().on('end', () => parsed(null));
  });
  scope.post('/constant', (_request, reply) => reply.code(202).send(ANSWER));
  done();
});

app.post('/json', (request, reply) => {
  const { body } = request.body as { body: string };
  return reply.code(body.length > 0 ? 202 : 400).send(ANSWER);
});

// A constant of the length that the address names; each length gets a route when it is first asked for.
const constants = new Map<number, string>();
app.route({
  method: ['GET', 'POST'],
  url: '/:bytes',
  handler: (request, reply) => {
    const length = Number(/^bytes-(\d+)$/.exec((request.params as { bytes: string }).bytes)?.[1]);
    const constant = constants.get(length) ?? JSON.stringify('x'.repeat(length - 2));
    constants.set(length, constant);
    return reply.type('application/json; charset=utf-8').send(constant);
  },
});

process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
