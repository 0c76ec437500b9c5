/** Common US first names and what people say instead; the first of a row is the name on the paper. */
const ROWS = `
abigail abby|alexander alex xander sasha|alexandra alexa sandra lexi|alfred al fred alfie|allison ali allie|amanda mandy|
andrew andy drew|angela angie|anthony tony|barbara barb babs|benjamin ben benny benji|bernard bernie|beverly bev|
bradley brad|bridget bridie|calvin cal|cameron cam|catherine cathy cate kate katie kathy katherine kathleen kay|
charles charlie chuck chas|charlotte lottie|christine chris chrissy tina christina kristin kristina|christopher topher kit|
clifford cliff|constance connie|cynthia cindy|daniel dan danny|david dave davey|deborah deb debbie debra|dennis denny|
donald don donny|dorothy dot dottie|douglas doug|edward ed eddie ted ned teddy|eleanor ellie nora nell|
elizabeth liz beth betty lizzie eliza betsy libby|emily em emmy|eugene gene|florence flo|frances fran francie|
francis frank frankie|franklin franky|frederick freddy rick fritz|gabriel gabe|gabriella gabby|gerald gerry jerry|
geraldine geri|gilbert gil|gregory greg|gwendolyn gwen|harold hal harry|helen nellie|henry hank|herbert herb bert|
howard howie|isabella bella isabel izzy|jacob jake|jacqueline jackie|james jim jimmy jamie|janet jan|jeffrey jeff|
jennifer jen jenny|jessica jess jessie|joan joanie|john johnny jack jon|jonathan jonny nathan|joseph joe joey|
joshua josh|judith judy|kenneth ken kenny|kimberly kim|lawrence larry laurence|leonard leo len lenny|lillian lily lil|
louis lou louie|lucille lucy|margaret maggie meg peggy marge rita|marjorie margie|martha marty|mary molly polly mae|
matthew matt|maximilian max|megan meggie|melissa missy mel|michael mike mikey mick|michelle shelly|mildred millie|
mitchell mitch|nancy nan|natalie nat|nathaniel nate|nicholas nick nicky|norman norm|olivia liv livvy|pamela pam|
patricia pat patty trish tricia|patrick paddy|penelope penny|peter pete|philip phil phillip|priscilla cilla|rachel rae|
randall randy|raymond ray|rebecca becky becca|richard dick rich richie ricky|robert bob bobby rob robbie|roberta bobbie|
rodney rod|ronald ron ronnie|rosemary rosie|russell russ|samantha sammy|samuel sam|sarah sally sadie|stanley stan|
stephanie steph|stephen steve steven stevie|susan sue susie|suzanne suzy|teresa terry theresa tess|theodore theo|
thomas tom tommy|timothy tim timmy|valerie val|veronica ronni vera|victor vic|victoria vicky tori|vincent vince vinny|
virginia ginny|walter walt wally|wayne|wesley wes|william will bill billy liam willie|winifred winnie|zachary zach zack
`;

/** Of each name, the names on paper it may stand for: `chris` is Christine or Christopher. */
const PAPER_NAMES = new Map<string, string[]>();
for (const row of ROWS.replaceAll('\n', '').split('|')) {
  const [paper = '', ...said] = row.split(' ');
  for (const name of [paper, ...said]) PAPER_NAMES.set(name, [...(PAPER_NAMES.get(name) ?? []), paper]);
}

/** `bob` is `robert`; a name that is nobody's short form is itself. Of several the first, for keys. */
export const paperName = (name: string): string => PAPER_NAMES.get(name)?.[0] ?? name;

/** Whether both may be said of one person. */
export const isNickname = (a: string, b: string): boolean =>
  PAPER_NAMES.get(a)?.some((paper) => PAPER_NAMES.get(b)?.includes(paper)) ?? false;

/** Whether this is a first name somebody really has: `mark` for `mary` is then no typing error. */
export const isFirstName = (name: string): boolean => PAPER_NAMES.has(name) || OTHER_NAMES.has(name);

const OTHER_NAMES = new Set(
  `aaron adam adrian alan albert alice amy ana andrea ann anna anne arthur ashley austin brandon brenda brian bruce bryan
   carl carla carmen carol caroline carolyn carlos chloe clara claire craig crystal dale dana danielle darren dean denise
   derek diana diane diego dylan elena ella ellen emma eric erica erin ethan eva evan evelyn felix gary george gloria
   grace hannah heather hugo irene iris jane jason jay jean jeremy jill joanne jordan jose juan juanita julia julian
   julie justin karen karl keith kelly kevin kyle laura lauren leah lee leon leslie lee linda lisa logan lori lorraine
   louise lucas luis luke lynn madison marc marcus maria marie marilyn mario marion mark martin marvin mia miguel monica
   morgan naomi neil nina noah nicole omar oscar owen paul paula pauline philippa quentin ralph renee rosa rose roy ruby
   ruth ryan scott sean seth shane sharon shawn sheila sofia sophia sonia stella tamara tara tanya todd tracy travis
   troy tyler umar vanessa vivian wanda wendy willa xenia yolanda yusuf yvonne zoe`
    .split(/\s+/)
    .filter(Boolean),
);
