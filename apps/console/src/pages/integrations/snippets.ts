/** What a snippet is filled in with. */
export interface SnippetValues {
  /** The address of this service, without a slash at its end. */
  url: string;
  /** An integration key, or what stands for one. */
  key: string;
  /** The site's public key. */
  publicKey: string;
}

export interface Snippet {
  /** Of a client or a system: the same in every language. */
  name: string;
  code: string;
  /** Something that one has to know before it works: the rest of a message's id. */
  note?: 'fixed-address' | 'subdomain' | 'coral-proxy' | 'disqus-copy';
}

/** In the place of a key that nobody can show any more. */
export const KEY_PLACEHOLDER = 'YOUR_KEY';

type Snippets = (values: SnippetValues) => Snippet[];

const perspective: Snippets = ({ url, key }) => [
  {
    name: 'curl',
    code: `curl '${url}/v1alpha1/comments:analyze?key=${key}' \\
  -H 'Content-Type: application/json' \\
  -d '{"comment": {"text": "You are a fool."}, "requestedAttributes": {"TOXICITY": {}}}'`,
  },
  {
    name: 'googleapis',
    code: `import { google } from 'googleapis';

const perspective = await google.discoverAPI('${url}/$discovery/rest?version=v1alpha1');
const { data } = await perspective.comments.analyze({
  key: '${key}',
  requestBody: {
    comment: { text: 'You are a fool.' },
    requestedAttributes: { TOXICITY: {} },
  },
});
console.log(data.attributeScores.TOXICITY.summaryScore.value);`,
  },
  {
    name: 'perspective-api-client',
    note: 'fixed-address',
    code: `const axios = require('axios');
const Perspective = require('perspective-api-client');

axios.interceptors.request.use((request) => {
  request.url = request.url.replace('https://commentanalyzer.googleapis.com', '${url}');
  return request;
});
const perspective = new Perspective({ apiKey: '${key}' });
perspective
  .analyze('You are a fool.')
  .then(({ attributeScores }) => console.log(attributeScores.TOXICITY.summaryScore.value));`,
  },
];

const akismet: Snippets = ({ url, key }) => [
  {
    name: 'curl',
    code: `curl '${url}/1.1/comment-check' \\
  --data-urlencode 'api_key=${key}' \\
  --data-urlencode 'blog=https://news.example' \\
  --data-urlencode 'user_ip=192.0.2.1' \\
  --data-urlencode 'comment_content=Cheap watches: https://watches.example'`,
  },
  {
    name: 'akismet-api',
    note: 'subdomain',
    code: `import { AkismetClient } from 'akismet-api';

const akismet = new AkismetClient({
  key: '${key}',
  blog: 'https://news.example',
  protocol: '${new URL(url).protocol.slice(0, -1)}',
  host: '${new URL(url).host}',
});
const isSpam = await akismet.checkSpam({
  ip: '192.0.2.1',
  useragent: 'Mozilla/5.0',
  content: 'Cheap watches: https://watches.example',
});
console.log(isSpam ? 'spam' : 'ham');`,
  },
  {
    name: '@cedx/akismet',
    code: `import { Author, Blog, CheckResult, Client, Comment } from '@cedx/akismet';

const blog = new Blog({ url: 'https://news.example' });
const akismet = new Client('${key}', blog, { baseUrl: '${url}/' });
const author = new Author({ ipAddress: '192.0.2.1', userAgent: 'Mozilla/5.0' });
const content = 'Cheap watches: https://watches.example';
const result = await akismet.checkComment(new Comment({ author, content }));
console.log(result === CheckResult.ham ? 'ham' : 'spam');`,
  },
];

const openai: Snippets = ({ url, key }) => [
  {
    name: 'curl',
    code: `curl '${url}/v1/moderations' \\
  -H 'Authorization: Bearer ${key}' \\
  -H 'Content-Type: application/json' \\
  -d '{"input": "You are a fool."}'`,
  },
  {
    name: 'openai',
    code: `import OpenAI from 'openai';

const openai = new OpenAI({ baseURL: '${url}/v1', apiKey: '${key}' });
const { results } = await openai.moderations.create({ input: 'You are a fool.' });
console.log(results[0].flagged, results[0].category_scores.harassment);`,
  },
];

const counts: Snippets = ({ url, publicKey }) => [
  {
    name: 'Coral',
    note: 'coral-proxy',
    code: `location /api/story/ { proxy_pass ${url}/compat/${publicKey}/coral/api/story/; }`,
  },
  {
    name: 'Remark42',
    code: `<script>
  var remark_config = {
    host: '${url}/compat/${publicKey}/remark42',
    site_id: 'remark',
    components: ['counter'],
  };
</script>`,
  },
  {
    name: 'Isso',
    code: `<script data-isso="${url}/compat/${publicKey}/isso" src="/js/count.min.js"></script>`,
  },
  {
    name: 'Disqus',
    note: 'disqus-copy',
    code: `${url}/compat/${publicKey}/disqus`,
  },
];

/** How programs are pointed at this service, for each system whose clients are programs. */
export const SNIPPETS = { perspective, akismet, openai, counts } as const;
