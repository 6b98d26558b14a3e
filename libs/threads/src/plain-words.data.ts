import type { PlainWords } from './plain-words.types.js';

const listOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const ENGLISH: PlainWords = {
  small: listOf(`
    a an the this that these those i i'm i've i'd i'll me my mine myself we we're we've us our ours ourselves you
    you're you've your yours yourself he he's him his himself she she's her hers herself it it's its itself they
    they're they've them their theirs themselves who whom whose which what and or but nor so yet if then than because
    as while when where how why of in on at by for with without about into onto from to through during before after
    until since between among am is are was were be been being do does did doing done have has had having will would
    shall should can could may might must isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't
    wouldn't shouldn't can't cannot couldn't there there's here also just very really quite too much many more most
    some any each every all both few other another such own same not no yes oh ok okay well like`),
  common: listOf(`
    about again almost already always anything around away back best better came come coming day days down each even
    ever everything feel feeling feels felt find first found gave getting give goes going gone good great happened
    having hear help hour hours keep kept kind knew know last later least left less life little long look looked
    looking made make makes making maybe mean mind minute minutes moment moments month months morning need needed
    never next night nothing often once only over part people person perhaps place probably rather right said same
    saying says seem seemed seems seen sense should since some someone something sometimes somewhere soon sort
    still stuff sure take takes taking talk talked tell than that their them then there thing things think thinking
    this thought though time times today together told tomorrow tonight took toward trying turn under until upon used
    using usual usually wait want wanted wants week weeks went were what when where while whole will with within
    without word words work world would year years yesterday`),
};

const SPANISH: PlainWords = {
  small: listOf(`
    un una unos unas el la los las lo este esta esto estos estas ese esa eso esos esas aquel aquella aquello yo mi mis
    mío mía me conmigo nosotros nosotras nos nuestro nuestra tú tu tus te contigo usted ustedes él ella ellos ellas su
    sus suyo suya se sí le les que qué quien quién cual cuál y e o u ni pero sino si porque como cómo cuando cuándo
    donde dónde mientras de del a al en con sin por para sobre entre hasta desde hacia durante antes después soy eres
    es somos son era eran fue fueron ser sido estoy está están estaba estaban estar he has ha hemos han había haber
    hay hago hace hacer hecho puedo puede pueden podía muy más mucho mucha muchos muchas tan tanto también ya aún no
    algo todo toda todos todas cada otro otra otros otras mismo misma`),
  common: listOf(`
    ahora algún alguien alguna algunos anoche ayer bien bueno buena casi cosa cosas creo cuenta dice dije dijo día días
    entonces estos ganas gente hablar hora horas hoy igual lado luego lugar mañana mejor menos momento momentos mundo
    nada nadie noche nunca parece parte pensar persona personas pienso poco porque primera primero pues quería quiero
    quizá quizás rato razón sabe saber semana semanas siempre siento sentí sentir solo sólo tarde tengo tenía tener
    tiempo tiene toda trabajo último única veces verdad vez vida`),
};

const LANGUAGES: Readonly<Record<string, PlainWords>> = { en: ENGLISH, es: SPANISH };

/** Of a BCP 47 language; null for one we have no list of. */
export function plainWordsOf(language: string): PlainWords | null {
  return LANGUAGES[language.split('-')[0]!.toLowerCase()] ?? null;
}
