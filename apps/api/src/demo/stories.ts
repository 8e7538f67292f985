/** An article of the demonstration's newspaper, written for it. The ids are those of samples/comments.jsonl. */
export interface Story {
  id: string;
  section: string;
  title: string;
  standfirst: string;
  desk: string;
  minutesAgo: number;
  tags: readonly string[];
  text: readonly string[];
}

export const STORIES: readonly Story[] = [
  {
    id: 'harbor-bridge',
    section: 'City',
    title: 'The old harbor bridge keeps its railings',
    standfirst:
      'After two years of argument the rebuilding begins in March. The iron stays, the cars leave, and the cycle path is narrower than promised.',
    desk: 'City desk',
    minutesAgo: 34,
    tags: ['harbor', 'cycling', 'monuments'],
    text: [
      'The railings were the last thing that nobody could agree on. Engineers had wanted them gone: cast in 1908, rusted through in forty places, and nine centimeters lower than a modern rule allows. On Tuesday evening the council voted to keep them, with a second rail of plain steel behind the first.',
      'It settles a quarrel that began when the bridge was closed to trucks. Since then some eleven thousand people have crossed it on an ordinary weekday, most of them on foot, and for many of them the pattern of waves and anchors is the bridge.',
      'The price is paid in width. Of the four meters that cyclists were promised, three meters forty are left. The cycling association calls that “a compromise one can ride on”; the association of residents would have preferred the plan from last spring, which had no second rail and no cars either.',
      'Work begins in March and takes fourteen months. Ferries will cross every twelve minutes from the fish market to the customs house, free of charge, for as long as the bridge is closed. The market’s stallholders, who lost their parking spaces to the landing stage, have been promised a decision about them before the first boat sails.',
    ],
  },
  {
    id: 'night-trains',
    section: 'Transport',
    title: 'Night trains return, and with them the old timetable quarrel',
    standfirst: 'Three sleepers a week from December. Commuters ask what becomes of the 7:40.',
    desk: 'Transport desk',
    minutesAgo: 96,
    tags: ['rail', 'timetable'],
    text: [
      'The night train comes back eleven years after it was given up: three times a week from the second Sunday in December, with two sleeping cars, a dining car, and space for thirty bicycles.',
      'It also comes through at the hour when the line is fullest. To let it pass, the operator moves four regional trains by a few minutes each. That sounds like little. For those who change at the junction, it decides whether they wait four minutes or thirty-four.',
      'The operator says that every connection “that is used today” will be kept, and has put the complete table on its site. The passengers’ council has begun to check it, line by line, and asks readers to do the same.',
    ],
  },
  {
    id: 'city-budget',
    section: 'Politics',
    title: 'Council passes the budget by fourteen votes to nine',
    standfirst:
      'Libraries lose a tenth of their hours, buses win a line. The debate took seven hours; the vote took four minutes.',
    desk: 'Politics desk',
    minutesAgo: 190,
    tags: ['council', 'budget', 'libraries'],
    text: [
      'Seven hours after the doors closed, they opened again on a budget that pleases hardly anybody, which its authors take for a sign that it is fair.',
      'The largest new item is a bus line from the hospital to the northern estates, running every ten minutes until midnight. The largest cut falls on the branch libraries, which will open at noon instead of ten in the morning.',
      'A motion to pay for the morning hours out of the money set aside for the stadium’s roof failed by three votes. It will be brought again in spring.',
    ],
  },
  {
    id: 'heat-pumps',
    section: 'Home',
    title: 'A winter with the heat pump: what six households measured',
    standfirst: 'Bills fell by a quarter to a half. The waiting time did not.',
    desk: 'Economy desk',
    minutesAgo: 420,
    tags: ['energy', 'housing'],
    text: [
      'For one winter six households wrote down what their heating used, hour by hour, and what the weather did meanwhile. None of their houses is new; one was built in 1931.',
      'All six paid less than the year before, between twenty-four and forty-eight percent. The difference between them lies less in the machines than in the radiators: where those were large, the water could stay lukewarm.',
      'What none of them would wish to repeat is the waiting. From the first call to the first warm evening it took five months on average, and in one case a whole winter.',
    ],
  },
  {
    id: 'school-lunches',
    section: 'Schools',
    title: 'School lunches: the menu comes on Friday from now on',
    standfirst: 'Parents asked for a week’s notice. They get a weekend.',
    desk: 'City desk',
    minutesAgo: 1500,
    tags: ['schools', 'food'],
    text: [
      'The canteens of the city’s thirty-one primary schools will put up their menu on the Friday before, and not on the Monday itself. It is a small change that took a petition with four thousand names.',
      'The kitchens had refused for years, since they buy what is cheap on Monday morning. A trial at five schools showed that the price of a meal rose by three cents.',
      'Allergens will stand beside each dish in two languages. A third is under discussion.',
    ],
  },
  {
    id: 'stadium-roof',
    section: 'Sport',
    title: 'Eleven million for a roof: the stadium asks again',
    standfirst: 'The club plays outdoors until at least next autumn.',
    desk: 'Sports desk',
    minutesAgo: 2940,
    tags: ['stadium', 'budget'],
    text: [
      'The roof over the eastern stand leaks in the places where it leaked last year, and in two new ones. The club has asked for eleven million to replace it, for the third time.',
      'The city’s engineers have offered a smaller solution: new gutters, a coat of sealant, ten more years. It would cost nine hundred thousand, and it would look as it sounds.',
      'Until it is decided, the cheapest seats have the best view, of the pitch as well as of the sky.',
    ],
  },
];
