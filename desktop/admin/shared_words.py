"""What the administrator of the shared database reads, in French: what hinders, and what to do."""

from desktop.admin.screen import TROUBLE, USAGE
from desktop.services.store.shared.addresses import BadAddress, WrongAddress
from desktop.services.store.shared.backups import NotABackup, ToolFailed
from desktop.services.store.shared.hindrances import DatabaseUnusable, Hindrance
from desktop.services.store.shared.people import NotDone

_ADDRESSES = {
    WrongAddress.NOT_A_URL: (
        "l’adresse n’est pas une URL de PostgreSQL, par exemple postgresql://serveur/vis."
    ),
    WrongAddress.UNREADABLE: "l’adresse est mal formée (signe à coder, paramètre inconnu\u202f?).",
    WrongAddress.NO_DATABASE: "l’adresse ne nomme pas de base, par exemple postgresql://serveur/vis.",
}
_HINDRANCES = {
    Hindrance.WRONG_PASSWORD: (
        "nom ou mot de passe refusé par le serveur. Le mot de passe se donne dans PGPASSWORD, "
        "dans ~/.pgpass ou dans l’adresse."
    ),
    Hindrance.UNKNOWN_SERVER: "ce nom de serveur est inconnu sur le réseau.",
    Hindrance.NOBODY_THERE: "aucun PostgreSQL ne répond à cette adresse et à ce port.",
    Hindrance.NO_ANSWER: "le serveur n’a pas répondu à temps.",
    Hindrance.NO_TLS: (
        "le serveur ne parle pas TLS. Activez-le, ou écrivez sslmode dans l’adresse si le réseau est sûr."
    ),
    Hindrance.CERTIFICATE: (
        "le certificat du serveur n’est pas reconnu. Donnez son autorité par sslrootcert dans "
        "l’adresse, ou mettez-la dans ~/.postgresql/root.crt."
    ),
    Hindrance.UNKNOWN_DATABASE: "cette base n’existe pas sur le serveur\u00a0: créez-la par createdb.",
    Hindrance.DENIED: "le serveur refuse la connexion à ce nom depuis ce poste (pg_hba.conf).",
    Hindrance.FULL: "le serveur n’accepte plus de connexion pour le moment.",
    Hindrance.TOO_OLD_SERVER: "le serveur est trop ancien\u00a0: il faut PostgreSQL 15 ou plus récent.",
    Hindrance.NOT_INITIALISED: "la base n’est pas prête\u00a0: lancez d’abord init.",
    Hindrance.NEWER_VERSION: (
        "la base vient d’une version plus récente\u00a0: mettez cette commande à jour ({detail})."
    ),
    Hindrance.OLDER_VERSION: "la base est d’une version plus ancienne\u00a0: lancez upgrade ({detail}).",
    Hindrance.NOT_OURS: "la base contient autre chose\u00a0: prenez une base vide ({detail}).",
    Hindrance.HALF_RESTORED: (
        "une restauration a été interrompue ici\u00a0: personne n’entre. Relancez restore."
    ),
    Hindrance.MISSING_RIGHT: "droit manquant pour ce nom ({detail}).",
    Hindrance.BUSY: "la base est tenue par un autre programme. Réessayez dans un moment.",
    Hindrance.DISK_FULL: "le disque du serveur est plein. Rien n’a été écrit à moitié.",
    Hindrance.LOST: "la liaison avec le serveur a été perdue. Relancez la même commande.",
    Hindrance.OTHER: "le serveur a refusé ({detail}).",
}
_TOOLS = {
    "missing": "{tool} est introuvable. Installez les outils de PostgreSQL {detail}, ou donnez --tools.",
    "too_old": "{tool} est plus ancien que le serveur ({detail}). Donnez --tools.",
    "failed": "{tool} a échoué\u00a0: {detail}",
}
KNOWN = "Ce nom était connu d’un import ({name})\u00a0: ce que cette personne a fait lui revient."
LOCAL_ONLY = "L’adresse donnée ne vaut que sur cette machine\u00a0: pour d’autres postes, ajoutez --server hôte:port."
KEYS = {
    "unreadable": "le fichier de la clé ne peut pas être lu.",
    "too_short": "la clé est trop courte\u00a0: 32 octets au moins pour un secret, 2048 bits pour RSA.",
    "protected": "la clé est protégée par une phrase\u00a0: donnez-la sans protection.",
    "not_a_key": "ce fichier PEM ne contient pas de clé privée.",
    "wrong_kind": "seules les clés RSA et EC P-256 sont acceptées.",
}


def address_words(error: BadAddress) -> str:
    """Why an address cannot be used; it is not repeated, for it may hold a password."""
    return f"--database\u00a0: {_ADDRESSES[error.why]}"


def unusable(error: BadAddress | DatabaseUnusable) -> tuple[int, str, str]:
    """The exit code, the words, and the name for a program, of what keeps a database closed."""
    if isinstance(error, BadAddress):
        return USAGE, address_words(error), error.why
    return TROUBLE, hindrance_words(error), error.hindrance


def hindrance_words(error: DatabaseUnusable) -> str:
    """What keeps the shared database from doing as asked, and what to do."""
    return _HINDRANCES[error.hindrance].format(detail=error.detail or error.hindrance.value)


def tool_words(error: ToolFailed) -> str:
    """Why a tool of PostgreSQL did not do."""
    return _TOOLS[error.why].format(tool=error.tool, detail=error.detail)


def backup_words(_: NotABackup) -> str:
    """Why a file cannot be restored."""
    return "ce fichier n’est pas une sauvegarde de Vis-à-Vis, ou il n’est pas entier."


_REFUSED = {
    "unknown_branch": "agence inconnue\u00a0: {0}. Ajoutez-la par branch add.",
    "unknown_team": "équipe inconnue\u00a0: {0}. Ajoutez-la par team add.",
    "several_teams": "plusieurs équipes s’appellent {0}\u00a0; donnez l’identifiant\u00a0: {1}.",
    "no_team": "donnez l’équipe, par --team.",
    "unknown_person": "personne inconnue\u00a0: {0}.",
    "person_there": "{0} est déjà là. Pour un nouveau mot de passe\u00a0: person password {0}.",
    "role_there": "le rôle {0} existe déjà sur ce serveur, sans être de cette base.",
    "bad_name": "un nom de connexion s’écrit en minuscules, chiffres et _, par exemple {hint}.",
    "name_taken": "ce nom de connexion est réservé ou trop long\u00a0: {0}.",
    "disabled": "l’accès de {0} est fermé\u00a0: person enable {0} d’abord.",
}


def refused_words(error: NotDone, hint: str) -> str:
    """Why nothing was done about people, teams or branches."""
    return _REFUSED[error.why].format(*error.names, hint=hint)
