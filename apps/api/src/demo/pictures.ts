import { html, type Markup } from './markup.js';

/** What is seen in the picture, and its shapes; their colors are those of the style sheet. */
const PICTURES: Record<string, readonly [string, Markup]> = {
  'harbor-bridge': [
    'An iron bridge over a harbor, drawn in flat colors',
    html`<path class="p1" d="M0 0h640v260H0z" /><circle class="p5" cx="486" cy="92" r="44" />
      <path class="p2" d="M0 190l70-34 60 20 90-52 70 40 60-18 80 30 90-42 120 60v90H0z" />
      <path class="p4" d="M0 236h640v124H0z" />
      <path class="p3" d="M96 96h16v170H96zM528 96h16v170h-16zM0 214h640v16H0z" />
      <path class="line" d="M-40 214Q60 120 104 102q216 176 432 0 44 18 144 112" />
      <path
        class="thin"
        d="M140 134v80M180 158v56M220 176v38M260 186v28M300 190v24M340 190v24M380 186v28M420 176v38M460 158v56M500 134v80M20 188v26M60 144v70M580 140v74M620 180v34"
      />
      <path class="wave" d="M40 290h90M210 316h130M420 286h120M120 336h70M500 332h90" />`,
  ],
  'night-trains': [
    'A train at night under a moon, drawn in flat colors',
    html`<path class="p6" d="M0 0h640v360H0z" /><circle class="p5" cx="520" cy="84" r="34" />
      <path class="p4" d="M0 262l150-90 100 60 120-84 130 78 140-58v192H0z" />
      <rect class="p3" x="-20" y="214" width="470" height="84" rx="8" />
      <path class="p3" d="M440 214h70q54 6 82 84H440z" />
      <path
        class="p5"
        d="M20 234h46v26H20zM84 234h46v26H84zM148 234h46v26h-46zM212 234h46v26h-46zM276 234h46v26h-46zM340 234h46v26h-46zM500 232h30q20 6 32 28h-62z"
      />
      <path class="wave" d="M0 312h640M0 330h640" />`,
  ],
  'city-budget': [
    'A town hall with a clock, drawn in flat colors',
    html`<path class="p1" d="M0 0h640v360H0z" /><path class="p2" d="M0 300h640v60H0z" />
      <path class="p4" d="M290 40h60v90h-60zM320 6l38 40h-76zM120 150h400v150H120z" />
      <path class="p3" d="M96 150l224-64 224 64z" /><circle class="p5" cx="320" cy="76" r="18" />
      <path
        class="p1"
        d="M150 176h28v124h-28zM212 176h28v124h-28zM274 176h28v124h-28zM338 176h28v124h-28zM400 176h28v124h-28zM462 176h28v124h-28z"
      />
      <path class="p3" d="M96 300h448v14H96zM70 318h500v14H70z" />`,
  ],
  'heat-pumps': [
    'A house with a heat pump in the snow, drawn in flat colors',
    html`<path class="p1" d="M0 0h640v360H0z" /><path
        class="p2"
        d="M0 286q160-40 320-10t320-6v90H0z"
      />
      <path class="p4" d="M150 150h240v146H150z" /><path class="p3" d="M120 156l150-96 150 96z" />
      <path class="p5" d="M180 184h52v46h-52zM308 184h52v46h-52z" /><path
        class="p3"
        d="M248 214h44v82h-44z"
      />
      <rect class="p3" x="440" y="226" width="104" height="76" rx="6" />
      <circle class="p1" cx="480" cy="264" r="26" /><path
        class="line"
        d="M480 242v44M458 264h44"
      />`,
  ],
  'school-lunches': [
    'A plate with fork and knife, drawn in flat colors',
    html`<path class="p2" d="M0 0h640v360H0z" /><circle class="p1" cx="320" cy="180" r="130" />
      <circle class="p2" cx="320" cy="180" r="92" /><path
        class="p4"
        d="M262 184a58 58 0 0 1 116 0z"
      />
      <circle class="p5" cx="296" cy="206" r="20" /><circle class="p3" cx="344" cy="208" r="16" />
      <path
        class="line"
        d="M140 70v70q0 26 20 26t20-26V70M160 70v220M490 290V70q-34 40-30 120h30"
      />`,
  ],
  'stadium-roof': [
    'A stadium in the rain, drawn in flat colors',
    html`<path class="p1" d="M0 0h640v360H0z" /><path class="p4" d="M60 170h520l40 130H20z" />
      <path class="p3" d="M40 170L320 96l280 74-40 18-240-60-240 60z" />
      <ellipse class="p2" cx="320" cy="276" rx="240" ry="44" />
      <path class="line" d="M320 234v84M260 276a60 22 0 0 0 120 0 60 22 0 0 0-120 0" />
      <path
        class="thin"
        d="M90 40l-14 34M180 26l-14 34M280 44l-14 34M390 24l-14 34M480 50l-14 34M570 30l-14 34"
      />`,
  ],
};

/** The picture of a story. */
export function picture(id: string): Markup {
  const [label, shapes] = PICTURES[id] ?? ['', html``];
  return html`<svg class="picture" viewBox="0 0 640 360" role="img" aria-label="${label}">
    ${shapes}
  </svg>`;
}
