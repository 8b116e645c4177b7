r"""Words that do not belong in a note on a customer, by kind, unaccented, as whole-word patterns.

French notes first. A trailing `\w*` takes the inflections; what is common in the trade with another
meaning (« enceinte connectée », « place de l'église ») is left out by what stands around it.
"""

from enum import StrEnum


class Sensitive(StrEnum):
    """Why a word should stay out: what the privacy authority's closed categories name."""

    HEALTH = "health"
    RELIGION = "religion"
    POLITICS = "politics"
    UNION = "union"
    ORIGIN = "origin"
    SEXUAL_LIFE = "sexual_life"
    OFFENCE = "offence"
    INSULT = "insult"
    JUDGEMENT = "judgement"
    NUMBER = "number"


WORDS: dict[Sensitive, tuple[str, ...]] = {
    Sensitive.HEALTH: (
        r"malad(?:e|es|ie|ies|if|ive)",
        r"cancer(?:s|eux|euse)?",
        r"(?:sclerose|tumeur|leucemie|diabete|epilepsie|asthme|infarctus|grossesse|psychose)s?",
        r"diabetique\w*|asthmatique\w*|epileptique\w*|allergique\w*|trisomique\w*|autis(?:te|tes|me)",
        r"depressi(?:f|ve|fs|ves|on)(?! (?:au|en) (?:vol|pres)\w*)",
        r"bipolaire\w*|schizophren\w*|psychotique\w*|psychiatr\w*|alzheimer|parkinson",
        r"handicap(?:e|ee|es|ees|s)?|invalidite|paraplegique\w*|tetraplegique\w*|dialyse\w*",
        r"sero(?: |-)?positi(?:f|ve|fs|ves)|sida|vih|hiv|avc|ivg|covid(?:-19)?",
        r"hospitalis\w+|chimio\w*|radiotherapie|burn(?: |-)?out",
        r"alcooli(?:que|ques|sme)|toxicoman\w+|anorexi\w+|boulimi\w+|suicid\w+",
        r"(?:est|etait|tombee?|femme|cliente) enceinte(?! (?:connect|bluetooth|acoustiq|sonore)\w*)",
        r"arret (?:de travail|maladie)|mi-temps therapeutique|medicaments?|antidepresseurs?",
        r"mal(?:entendant|voyant)e?s?|non(?: |-)voyante?s?",
    ),
    Sensitive.RELIGION: (
        r"musulman\w*|islam\w*|ramadan|mosquees?|synagogues?|halal|ca[cs]c?her|coran",
        r"catholiques?|catho|chretien(?:ne)?s|(?:est|famille) chretien(?:ne)?",
        r"jui(?:f|fs|ve|ves)|hindou\w*|bouddhist\w+|evangelistes?|mormone?s?|athees?",
        r"(?<!en )protestante?s?(?! (?:contre|de|que)\b)|temoins? de jehovah",
        r"(?:femme|cliente|dame|est) voilee|porte le voile|pratiquant religieux|religieu(?:x|se) pratiquante?",
        r"(?<!rue de l')(?<!place de l')(?<!de l')eglise(?! (?:de|saint|st|notre)\b)",
    ),
    Sensitive.POLITICS: (
        r"opinions? politiques?|militante?s?|gauchistes?|fachos?|fascistes?|communistes?|socialistes?",
        r"macronistes?|lepenistes?|melenchonistes?|ecologistes?|ecolos?|royalistes?|anarchistes?",
        r"extreme(?: |-)(?:droite|gauche)|front national|rassemblement national|france insoumise",
        r"gilets? jaunes?|vote (?:a|pour|contre|le pen|macron|rn|lfi)|electeurs? d\w+",
    ),
    Sensitive.UNION: (
        r"syndicalistes?|syndicalisme|syndiquee?s?|cgt|cfdt|cftc|cfe-cgc|unsa|grevistes?",
        r"syndicats?(?! (?:de |des |d')?(?:copro|eau|energ|initiative|electri|mixte|intercommu)\w*)",
        r"(?:delegue|representant|mandat|responsable)e?s? syndica(?:l|le|ux)",
    ),
    Sensitive.ORIGIN: (
        r"arabes?|maghrebine?s?|africaine?s?|asiatiques?|gitane?s?|manouches?|tziganes?|romanichels?",
        r"immigree?s?|clandestine?s?|sans(?: |-)papiers|gens du voyage|ethni(?:e|es|que|ques)",
        r"(?:client|cliente|homme|femme|monsieur|madame|dame|mec) (?:noire?|blanche?|black|beur)",
        r"d'origine (?!(?:du|de|des|d|inconnue|materielle|logicielle)\b)\w+|origines? \w*(?:aine?s?|ethniques?|etrangeres?)",
        r"accent (?!(?:sur|mis|tonique|aigu|grave|circonflexe)\b)\w+|race|couleur de peau",
        r"negre\w*|negro\w*|bougnoul\w*|bicots?|youpin\w*|niakoue\w*|chinetoque?s?|ratons?",
    ),
    Sensitive.SEXUAL_LIFE: (
        r"homosexuel\w*|heterosexuel\w*|bisexuel\w*|transsexuel\w*|transgenres?|lesbiennes?|gays?",
        r"(?:orientation|vie|preference)s? sexuelles?|relations? sexuelles?|prostituee?s?",
        r"pedes?|gouines?|tapettes?|travelos?|adulteres?|infidele|infidelites?",
    ),
    Sensitive.OFFENCE: (
        r"casier judiciaire|garde a vue|repris de justice|bracelet electronique|condamnation penale",
        r"(?:ete|est|fut|homme|mari|fils) condamnee?s?|prison|incarcer\w+|ex-detenue?s?|un detenu",
        r"delinquan\w+|voleu(?:r|rs|se|ses)|escrocs?|fraudeu(?:r|rs|se|ses)|violeurs?|pedophil\w+|dealers?",
        r"criminel(?:s|le|les)?|terroristes?|arnaqueu(?:r|rs|se|ses)",
    ),
    Sensitive.INSULT: (
        r"con(?:s|ne|nes)?|connards?|connasses?|abrutie?s?|idiote?s?|imbeciles?|cretine?s?",
        r"debiles?|demeuree?s?|sal(?:aud|auds|ope|opes|opard|opards)|putes?|putain|encul\w+|batarde?s?",
        r"emmerdeu(?:r|rs|se|ses)|chiante?s?|casse(?: |-)?(?:couilles?|pieds?|burnes?)|trou du cul|merdeu\w+",
        r"cassos|cas soc(?:ial|iaux)?|racailles?|taree?s?|cinglee?s?|bouffonn?e?s?",
        r"feignante?s?|faineante?s?|ivrognes?|poivrote?s?|clochard\w*|boulets?|relous?",
    ),
    Sensitive.JUDGEMENT: (
        r"hysteriques?|parano(?:s|ias?|iaques?)?|mythoman\w+|procedurie(?:r|rs|re|res)|mauvais payeurs?",
        r"menteu(?:r|rs|se|ses)|malhonnetes?|de mauvaise foi|harceleu(?:r|se)s?|profiteu(?:r|se)s?",
        r"malpolie?s?|impolie?s?|mal eleve\w*|capricieu(?:x|se|ses)|radine?s?|odieu(?:x|se|ses)",
    ),
}

ABOUT_SOMEBODY = (
    r"(?:clients?|clientes?|monsieur|madame|mr|mme|dame|il|elle|ils|elles|mari|femme|fils|fille|pere|mere)"
    r" (?:(?:est|etait|sont|reste|semble|parait|tres|vraiment|assez|trop|hyper|super|toujours|encore|"
    r"completement|particulierement|un peu) )*"
)
"""What must stand before an adjective that is harmless about a thing (« panne pénible »)."""

ADJECTIVES = (
    r"agressi(?:f|fs|ve|ves)|penibles?|insupportables?|stupides?|betes?|fous?|folles?|dingues?|"
    r"vulgaires?|grossie(?:r|rs|re|res)|mechante?s?|ignorante?s?|"
    r"hautaine?s?|mepris(?:ant|ante|able)s?|toxiques?|borne?e?s?|simplette?s?|saoule?s?|"
    r"bourree?s?|droguee?s?|obeses?"
)
