/** The ways in which people arrive with half a memory. */
export const kinds = [
  'exact words',
  'misspelling',
  'first letter',
  'transliteration',
  'other name',
  'diacritics',
  'question',
  'headline',
  'date',
  'phrase',
  'nothing there',
] as const;
export type Kind = (typeof kinds)[number];

/** A query with the claims that answer it. */
export interface JudgedQuery {
  readonly kind: Kind;
  readonly query: string;
  /** Claims that are what was meant (gain 3), and claims that help as well (gain 1). Empty: nothing should be found. */
  readonly best: readonly string[];
  readonly good: readonly string[];
}

/**
 * Queries over the reviews of `content/`, judged by hand: `best` are the claims somebody who types this is after. Where a
 * query names a person or years alone, any claim about them is an answer.
 */
const written: Readonly<Record<Kind, readonly (readonly [query: string, best: string, good?: string])[]>> = {
  'exact words': [
    ['armoured car April 1917', 'lenin-on-the-armoured-car'],
    ['bridges raised over the dead', 'bridges-raised-over-the-dead'],
    ['ice pick', 'killed-with-an-ice-pick', 'trotsky-provoked-his-killer'],
    ['armoured train', 'armoured-train-headquarters', 'train-rolling-before-kazan-falls reissner-affair-on-the-train'],
    ['Frida Kahlo', 'kahlo-affair', 'raid-of-may-1940'],
    ['graveyard', 'graveyard-massacre'],
    ['Freud Vienna', 'freud-diagnoses-trotsky'],
    [
      'death penalty',
      'trotsky-restored-the-death-penalty stalin-opposed-the-death-penalty',
      'trotsky-has-shchastny-shot-as-rival',
    ],
    ['Netflix', 'eight-parts-channel-one-netflix'],
    ['Orange Revolution', 'nemtsov-backed-the-orange-revolution', 'colour-revolutions-in-client-states'],
    ['heart attack', 'heart-attack-before-the-murder'],
    ['end justifies the means', 'ends-justify-means'],
    ['Odessa prison', 'odessa-warder-shapes-trotsky'],
    ['every tenth man shot', 'decimation-of-deserters'],
    ['Twitter accounts', 'rt-mock-twitter-accounts'],
    ['Tambov telegram', 'tambov-victory-telegram'],
    ['Lenin roof', 'lenin-tries-to-push-trotsky-off-a-roof'],
    ['bread ration', 'bread-ration-falls-to-an-eighth'],
    [
      'Winter Palace storming extras',
      'eleven-thousand-extras',
      'filming-cost-more-lives-than-1917 thousands-storm-the-winter-palace',
    ],
  ],
  misspelling: [
    ['Kornilof march monarchy', 'kornilov-marched-to-restore-the-tsar', 'bolsheviks-alone-stop-kornilov'],
    ['Pudovkn End of St Petersburg', 'pudovkin-was-ready-in-time'],
    ['assasination of Nemtsov', 'nemtsov-shot-near-the-kremlin', 'nemtsovs-american-curators'],
    ['Frued diagnosis', 'freud-diagnoses-trotsky'],
    ['Shchasny executed', 'trotsky-has-shchastny-shot-as-rival', 'trotsky-restored-the-death-penalty'],
    ['Zinovyev Kamanev october', 'october-coup-by-kamenev-zinoviev-trotsky', 'stalins-biggest-rival'],
    ['antisemitsm of Lenin', 'lenin-tacit-antisemite lenin-opposed-antisemitism'],
    ['Switserland first meeting', 'lenin-first-met-trotsky-in-switzerland'],
    ['Khalo affair', 'kahlo-affair'],
    ['mercadar agent', 'mercader-nkvd-agent', 'killer-acted-for-stalin trotsky-provoked-his-killer'],
    ['Navalney foreign agent', 'navalny-called-a-foreign-agent'],
    ['graveyrad massacre', 'graveyard-massacre'],
    ['Reisner lover', 'reissner-affair-on-the-train'],
    ['Tuckachevsky telegram', 'tambov-victory-telegram'],
    ['centanary festivities', 'carefully-choreographed-centenary', 'parades-about-nazism-not-bolshevism'],
    ['jornalist Jackson interview', 'jackson-concedes-loyalty-to-stalin jacson-the-stalinist-journalist'],
    ['Kerenski American embasy car', 'kerensky-flees-under-the-american-flag'],
    ['deserteurs shot', 'decimation-of-deserters'],
    ['armouredtrain Kazan', 'train-rolling-before-kazan-falls', 'armoured-train-headquarters'],
    ['grave yard massacre', 'graveyard-massacre'],
    ['colored revolutions', 'colour-revolutions-in-client-states', 'nemtsov-backed-the-orange-revolution'],
    ['bank robery Stailn', 'stalin-robs-a-coach-in-1903'],
  ],
  'first letter': [
    ['Nayakovsky rotten eggs', 'mayakovsky-threatened-rotten-eggs', 'mayakovsky-praised-the-film'],
    [
      'arvus paid Trotsky',
      'parvus-bankrolls-trotsky',
      'nobody-proved-parvus-or-germany-paid-trotsky german-money-behind-1905',
    ],
    ['Gercader NKVD', 'mercader-nkvd-agent', 'killer-acted-for-stalin'],
    ['eFreud', 'freud-diagnoses-trotsky'],
    ['hschastny', 'trotsky-has-shchastny-shot-as-rival'],
    ['Oerensky American flag', 'kerensky-flees-under-the-american-flag'],
    ['oGrky imperial family', 'gorky-pleaded-for-the-imperial-family'],
    ['wavalny', 'navalny-called-a-foreign-agent'],
    ['vraveyard', 'graveyard-massacre'],
    ['lwitter accounts', 'rt-mock-twitter-accounts'],
    ['xiqueiros raid', 'raid-of-may-1940'],
  ],
  transliteration: [
    ['Крупская', '@nadezhda-krupskaya'],
    ['Eizenshtein July Days', 'eisenstein-saw-1917-himself', 'peaceful-july-march-mown-down'],
    ['Троцкий Фрейд Вена', 'freud-diagnoses-trotsky'],
    [
      'Немцов Кремль',
      'nemtsov-shot-near-the-kremlin',
      'nemtsovs-american-curators nemtsov-backed-the-orange-revolution',
    ],
    ['Парвус', '@alexander-parvus'],
    ['Меркадер', '@ramon-mercader'],
    [
      'Trotskii armoured train',
      'armoured-train-headquarters',
      'train-rolling-before-kazan-falls reissner-affair-on-the-train',
    ],
    ['Trockij Freud', 'freud-diagnoses-trotsky'],
    ['Tuchatschewski Tambow', 'tambov-victory-telegram'],
    ['Sinowjew Kamenew Oktober', 'october-coup-by-kamenev-zinoviev-trotsky'],
    ['Sokolowskaja', 'sokolovskaya-just-the-wife-left-behind sokolovskaya-brings-daughters-to-petrograd'],
    [
      'Jurowski imperial family',
      'trotsky-responsible-for-the-tsars-death lenin-not-trotsky-behind-the-romanov-deaths',
      'gorky-pleaded-for-the-imperial-family',
    ],
    [
      'czar family killing',
      'trotsky-responsible-for-the-tsars-death lenin-not-trotsky-behind-the-romanov-deaths',
      'gorky-pleaded-for-the-imperial-family',
    ],
    [
      'czar murder',
      'trotsky-responsible-for-the-tsars-death lenin-not-trotsky-behind-the-romanov-deaths',
      'gorky-pleaded-for-the-imperial-family love-for-the-tsar-has-returned',
    ],
    [
      'Немцов убийство',
      'nemtsov-shot-near-the-kremlin',
      'nemtsovs-american-curators nemtsov-backed-the-orange-revolution',
    ],
    ['Горький царская семья', 'gorky-pleaded-for-the-imperial-family', 'revolution-needs-no-historians'],
    ['Фрейд', 'freud-diagnoses-trotsky'],
    [
      'Trotzki Eispickel Mercader',
      'trotsky-provoked-his-killer mercader-nkvd-agent killed-with-an-ice-pick',
      'killer-acted-for-stalin',
    ],
    ['Eizenshtein July Days', 'eisenstein-saw-1917-himself'],
    ['Маяковский будильник', 'mayakovsky-praised-the-film mayakovsky-threatened-rotten-eggs'],
  ],
  'other name': [
    ['Bronstein farmer', 'poor-jewish-family', 'odessa-warder-shapes-trotsky'],
    ['Helphand', '@alexander-parvus'],
    [
      'Gelfand German money',
      'german-money-behind-1905 nobody-proved-parvus-or-germany-paid-trotsky',
      'parvus-bankrolls-trotsky',
    ],
    ['Jacques Mornard', '@ramon-mercader'],
    ['Dzhugashvili robbery', 'stalin-robs-a-coach-in-1903'],
    ['Koba bank robbery', 'stalin-robs-a-coach-in-1903'],
    ['Ulyanov antisemitism', 'lenin-tacit-antisemite lenin-opposed-antisemitism'],
    ['Peshkov letter Lenin imperial family', 'gorky-pleaded-for-the-imperial-family', 'revolution-needs-no-historians'],
    [
      'Nicholas Romanov shot',
      'trotsky-responsible-for-the-tsars-death lenin-not-trotsky-behind-the-romanov-deaths',
      'gorky-pleaded-for-the-imperial-family',
    ],
    [
      'Lev Bronstein childhood',
      'poor-jewish-family',
      'odessa-warder-shapes-trotsky trotsky-lifelong-target-of-antisemitism',
    ],
  ],
  diacritics: [
    ['Ramón Mercader', '@ramon-mercader'],
    [
      'Kühlmann',
      'nobody-proved-parvus-or-germany-paid-trotsky no-foreign-influence-at-all',
      'german-money-behind-1905',
    ],
    ['Coyoacán house raid', 'raid-of-may-1940', 'killed-in-mexico-city-in-1940'],
    [
      'Léon Trótsky México',
      'killed-in-mexico-city-in-1940 kahlo-affair',
      'killed-with-an-ice-pick killer-acted-for-stalin raid-of-may-1940',
    ],
    ['emigré recollection historians', 'revolution-needs-no-historians'],
    [
      'Tsaŕ’s family killing',
      'trotsky-responsible-for-the-tsars-death lenin-not-trotsky-behind-the-romanov-deaths',
      'gorky-pleaded-for-the-imperial-family',
    ],
    ['trotskys children', 'trotsky-lost-all-his-children', 'sokolovskaya-brings-daughters-to-petrograd'],
    ['Shchástny Baltic Fleet', 'trotsky-has-shchastny-shot-as-rival'],
  ],
  question: [
    ['Was Kerensky a caricature of Stalin?', 'kerensky-is-stalin-in-disguise', 'kerensky-peacock-and-napoleon'],
    ['Who arrested the ministers of the Provisional Government?', 'antonov-arrests-the-ministers'],
    [
      'did Trotsky order the murder of the Tsar?',
      'trotsky-responsible-for-the-tsars-death lenin-not-trotsky-behind-the-romanov-deaths',
    ],
    ['was Trotsky really killed with an ice pick?', 'killed-with-an-ice-pick', 'trotsky-provoked-his-killer'],
    [
      'who paid for the Russian revolution, was it German money?',
      'german-money-behind-1905 nobody-proved-parvus-or-germany-paid-trotsky no-foreign-influence-at-all',
      'parvus-bankrolls-trotsky',
    ],
    ['did Freud ever meet Trotsky?', 'freud-diagnoses-trotsky'],
    ['where did Lenin and Trotsky meet for the first time', 'lenin-first-met-trotsky-in-switzerland'],
    ['how did Trotsky get his name?', 'odessa-warder-shapes-trotsky'],
    [
      'what happened to the children of Trotsky',
      'trotsky-lost-all-his-children',
      'sokolovskaya-brings-daughters-to-petrograd',
    ],
    ['was Lenin an antisemite?', 'lenin-tacit-antisemite lenin-opposed-antisemitism'],
    ['who shot Boris Nemtsov', 'nemtsov-shot-near-the-kremlin', 'nemtsovs-american-curators'],
    [
      'did the man who killed Trotsky work for Stalin',
      'killer-acted-for-stalin mercader-nkvd-agent',
      'trotsky-provoked-his-killer',
    ],
    ['is it true that Trotsky had an affair with Frida Kahlo?', 'kahlo-affair'],
    [
      'how many people were killed storming the winter palace',
      'filming-cost-more-lives-than-1917 thousands-storm-the-winter-palace',
    ],
    [
      'did women start the February revolution?',
      'women-bolder-than-men',
      'jewish-outsiders-steer-the-revolution war-and-misery-drove-the-revolution',
    ],
    ['when was Trotsky expelled from the Soviet Union', 'banished-in-1929', 'trotsky-already-banished-when-cut'],
  ],
  headline: [
    [
      'Stalin ordered Trotsky out of the film hours before its gala',
      'stalin-in-the-cutting-room',
      'a-quarter-cut-because-of-trotsky every-trace-of-trotsky-removed trotsky-already-banished-when-cut',
    ],
    [
      'Russian TV series paints Trotsky as a puppet of foreign money',
      'parvus-bankrolls-trotsky german-money-behind-1905 nobody-proved-parvus-or-germany-paid-trotsky',
      'navalny-called-a-foreign-agent',
    ],
    [
      'Opposition leader Boris Nemtsov gunned down steps from the Kremlin',
      'nemtsov-shot-near-the-kremlin',
      'nemtsovs-american-curators',
    ],
    [
      'Trotsky assassinated with an ice axe in Mexico',
      'killed-with-an-ice-pick killed-in-mexico-city-in-1940',
      'trotsky-provoked-his-killer',
    ],
    [
      'Kremlin marks revolution centenary with tightly scripted celebrations',
      'carefully-choreographed-centenary parades-about-nazism-not-bolshevism',
    ],
    [
      'Kremlin TV’s Trotsky wallows in antisemitic stereotypes',
      'steady-antisemitic-language',
      'jewish-outsiders-steer-the-revolution trotsky-lifelong-target-of-antisemitism',
    ],
    ['RT recreates 1917 on Twitter with fake Lenin and Tsar accounts', 'rt-mock-twitter-accounts'],
    ['Red commissar had every tenth soldier executed after regiment fled', 'decimation-of-deserters'],
    ['Stalin’s men airbrushed Trotsky out of photographs', 'erased-from-soviet-history'],
    [
      'Hero of the Baltic Fleet Shchastny sentenced to death at Trotsky’s trial',
      'trotsky-has-shchastny-shot-as-rival',
      'trotsky-restored-the-death-penalty',
    ],
    ['Gunmen dressed as policemen attack Trotsky’s house in Mexico', 'raid-of-may-1940'],
    [
      'Lenin begged to spare the Romanovs, writer Gorky’s plea ignored',
      'gorky-pleaded-for-the-imperial-family',
      'revolution-needs-no-historians lenin-not-trotsky-behind-the-romanov-deaths',
    ],
    ['Eisenstein broke more palace windows than the Bolsheviks', 'filming-did-more-damage-than-1917'],
  ],
  date: [
    [
      'premiere 7 November 1927',
      'premiered-on-7-november-1927',
      'stalin-in-the-cutting-room pudovkin-was-ready-in-time',
    ],
    ['1903', '=1903'],
    ['1905', '=1905'],
    ['1930s', '=1930-1939'],
    ['1917-1921', '=1917-1921'],
    ['between 1917 and 1921', '=1917-1921'],
    [
      'Mexico 1940',
      'killed-in-mexico-city-in-1940',
      'raid-of-may-1940 killed-with-an-ice-pick trotsky-provoked-his-killer jacson-the-stalinist-journalist conversation-dated-21-august-1940',
    ],
    ['Nemtsov 2015', 'nemtsov-shot-near-the-kremlin nemtsovs-american-curators'],
    [
      'train 1918',
      'armoured-train-headquarters train-rolling-before-kazan-falls reissner-affair-on-the-train',
      'decimation-of-deserters',
    ],
    ['Stalin 1903', 'stalin-robs-a-coach-in-1903'],
    ['21 August 1940', 'conversation-dated-21-august-1940', 'killed-in-mexico-city-in-1940'],
    ['telegram 16 July 1921', 'tambov-victory-telegram'],
    ['in the late thirties', '=1936-1939'],
    ['before 1904', '=1000-1903'],
    ['since 2018', '=2018-2099'],
    ['children 1928–38', 'trotsky-lost-all-his-children'],
    ['purges 1930s', 'no-trotsky-no-purges'],
    [
      'executions from 1917 to 1918',
      'trotsky-restored-the-death-penalty stalin-opposed-the-death-penalty',
      'trotsky-has-shchastny-shot-as-rival',
    ],
  ],
  phrase: [
    ['"American flag"', 'kerensky-flees-under-the-american-flag'],
    ['"ice pick"', 'killed-with-an-ice-pick', 'trotsky-provoked-his-killer'],
    ['"end justifies the means"', 'ends-justify-means'],
    [
      '“Military Revolutionary Committee”',
      'trotsky-alone-made-october october-coup-by-kamenev-zinoviev-trotsky antonov-arrests-the-ministers rising-without-trotsky',
    ],
    ['"neither war nor peace"', 'territorial-losses-laid-at-trotskys-door'],
    ['"every tenth man"', 'decimation-of-deserters'],
    ['"Orange Revolution" Nemtsov', 'nemtsov-backed-the-orange-revolution'],
    ['"death penalty" Stalin', 'stalin-opposed-the-death-penalty', 'trotsky-restored-the-death-penalty'],
    ['«Foreign Policy»', 'foreign-policy-ran-it-in-2018'],
  ],
  'nothing there': [
    ['Wellington Waterloo', ''],
    ['quantum chromodynamics', ''],
    ['photosynthesis', ''],
    ['Beyoncé', ''],
    ['zqxwvk', ''],
    ['flombarg vitzelpruck', ''],
    ['bitcoin mining electricity', ''],
    ['Троцкий ледоруб', ''],
    ['Trotsky zqxwvk', ''],
    ['"Lenin invented the telephone"', ''],
  ],
};

/** All of them, whatever the collection holds. A judgement that begins with `=` names years
 * (`=1917-1921`), one with `@` a person: every claim about them is an answer. */
export const judgedQueries: readonly JudgedQuery[] = kinds.flatMap((kind) =>
  written[kind].map(([query, best, good = '']) => ({ kind, query, best: ids(best), good: ids(good) })),
);

function ids(text: string): string[] {
  return text.split(' ').filter((id) => id !== '');
}
