"""The words that offices and bodies are named with: what a title is built of, whatever its length."""

# A title has one of these as its head: `Minister for Foreign Affairs`, `National Security Coordinator`.
TITLE_HEADS = frozenset(
    """president premier minister secretary chancellor chairman chairwoman chairperson chair speaker king queen
    emir amir sultan prince princess pope ambassador commissioner governor director administrator commander
    general admiral adviser advisor coordinator co-ordinator envoy representative consul commissar
    councillor councilor counsellor counselor senator congressman congresswoman deputy vice-president
    vice-chairman chief head leader spokesman spokeswoman spokesperson mayor taoiseach tánaiste marshal
    colonel major captain lieutenant brigadier judge justice dean rector chargé nuncio attorney treasurer
    ombudsman delegate negotiator member first-secretary president-elect prime-minister undersecretary
    under-secretary archbishop cardinal bishop sheikh ayatollah commander-in-chief secretary-general
    director-general emperor empress duke duchess crown-prince monarch parliamentarian mp lawmaker official
    diplomat custodian patriarch catholicos metropolitan mufti rabbi counterpart colleague lady elect designate majesty
    highness holiness excellency
    fm pm dpm eam d'affaires d’affaires attaché co-chair co-chairman co-chairs vice-premier""".split()
)
# Titles that people bear as such, not as an office in a state.
PERSONAL = frozenset(
    """mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord prof. prof professor hon hon. honourable honorable rt
    excellency excellencies majesties highnesses h.e. h.e highness majesty holiness eminence his her their
    your the comrade dato' dato seri datuk datin tun sri utama haji hajji shri smt madame madam monsieur herr
    señor reverend rev. amb brig capt cde cllr col lt maj pres engineer eng. mullah imam
    gen adm cmdr sgt brig-gen lt-gen maj-gen ratu adi tengku tunku pehin puan mwalimu alhaji mallam hajia malam
    advocate adv barrister engr lyonpo dasho samdech sayyid sayyida sayed shaikh shaikha sheikha ustaz""".split()
)
# Words for ranks that people bear as names, too: `Mr Prince X`.
BORNE_AS_NAMES = frozenset("prince princess king queen duke dean bishop marshal major chancellor baron".split())
POSTNOMINALS = frozenset(
    """CMG KCMG GCMG AC AO AM CVO KCVO QC KC MP MEP OBE CBE DBE MBE KBE PC CB DSO OAM KG KT GBE SC JP PhD Ph.D. Esq
    Esq. RAN USN USMC FRS""".split()
)
# Words that stand inside the names of offices and bodies, and so end a personal name.
OFFICE_WORDS = frozenset(
    """neighbourhood neighborhood enlargement negotiations partnerships gender families housing irrigation aviation
    shipping railways railway mining oil gas communication broadcasting religious endowments hajj urban rural livestock
    repatriation citizenship integration maritime digitalisation digitalization diaspora expatriates emigrants
    emigration heritage antiquities reconstruction resettlement coordination customs statistics minerals electricity
    renewable food consumer logistics airports nuclear atomic ecology overseas territories arctic caribbean consular
    treaties multilateral bilateral non-proliferation
    affairs committee council party parliament parliamentary senate assembly state states defence defense trade
    security foreign finance national central communist executive department ministry cabinet office board
    bureau commission agency authority house representatives lords commons court supreme armed forces army
    navy force staff joint chiefs development economy economic industry energy agriculture health education
    culture science technology interior justice labour labor transport tourism environment climate planning
    investment commerce external internal international regional relations cooperation co-operation federal
    republic kingdom government administration mission embassy consulate organization organisation union
    league forum bank fund institute university academy college centre center corporation company group
    association federation congress chamber politburo secretariat general special deputy vice acting
    assistant under senior former first second permanent high honorary chief prime crown grand presidential
    royal political people people's workers public indo-pacific asia asian pacific europe european eastern
    western southern northern middle east west north south africa african america american americas eurasian
    water resources natural infrastructure innovation digital communications information media press sport
    sports youth women children family social welfare immigration migration revenue treasury budget homeland
    district province provincial city municipal region territory command fleet corps guard police
    intelligence strategic policy human rights democracy global counterterrorism cyber veterans legislative
    judiciary extraordinary plenipotentiary resident non-resident chargé d'affaires counsel attorney legal
    liberation dialogue summit conference treaty agreement partnership initiative framework programme
    program plan memorandum understanding declaration statement communiqué charter protocol convention
    accord act order medal day week year typhoon hurricane cyclone storm earthquake flood
    operation hemisphere sahel caucasus refugees protection citizen equality rule
    law nonproliferation arms control disarmament mines petroleum fisheries forestry industries terrorism
    reduction threat visit visits call calls readout remarks meeting meetings talks delegation delegations
    fact sheet travel airport palace hall street avenue square hotel museum library station base port bridge
    highway river sea ocean island islands lake mountain strait gulf bay canal corridor war battle victory
    revolution anniversary exchequer mosques holy duchy privy seal
    nation lands land works roads ports wildlife civil pensions disaster emergency emergencies situations reform reforms
    regions decentralization decentralisation francophonie arts sanitation hydrocarbons steel textiles jute enterprises
    enterprise entrepreneurship employment manpower skills research higher economics finances islamic awqaf
    constitutional elections electoral oceans forests settlements privatization privatisation cooperatives
    telecommunications aerospace space
    appeal appeals administrative assessments change air assisting holdings legislation gallery governments""".split()
)
# Parliaments by the names that only one state's bears; `of the Sejm` says which house somebody presides over.
PARLIAMENTS = frozenset(
    """riigikogu folketing sejm saeima seimas storting riksdag eduskunta althingi dáil seanad oireachtas knesset
    bundestag bundesrat diet duma rada sabha sangsad mazhilis majilis majlis mejlis kenesh khural hural hluttaw jirga
    dewan nationalrat""".split()
)
# Words with which the name of a body ends or begins.
BODY_HEADS = frozenset(
    """committee council party parliament senate assembly ministry department office board bureau commission agency
    authority house court army navy force staff mission embassy consulate organization organisation union
    league bank fund institute university academy college corporation company group association federation
    congress chamber politburo secretariat lok rajya cabinet airlines airways forum foundation ltd inc. corp. venture
    service club""".split()
).union(PARLIAMENTS)
# States act through these: the name of the state stands for them.
GOVERNMENT_WORDS = frozenset(
    """government administration side people nation country republic kingdom delegation authorities state cabinet
    regime leadership officials representatives counterparts negotiators diplomats""".split()
)
ENVOYS = frozenset(
    """ambassador commissioner consul envoy chargé d'affaires d’affaires nuncio representative attaché
    minister-counsellor diplomat""".split()
)


def singular(word: str) -> str:
    """A head of offices without its plural: `Ministers` → `Minister`; any other word as it is."""
    return word[:-1] if word.lower().endswith("s") and word.lower()[:-1] in TITLE_HEADS else word
