//! What columns are called, in several languages.

use crate::events::role::{Kind, Role};

/// Names of columns by role, in letters and digits alone; the most telling first.
pub const NAMES: [(Role, &str); 44] = [
    (
        Role::Id,
        "id deploymentid deployid incidentid issuekey key number buildnumber incidentnumber ticket ticketid \
        requestid uuid url clave schlüssel vorgangsschlüssel nummer numéro número numero chave sysid alertid uid",
    ),
    (
        Role::Service,
        "service servicename application app appname component project projectname repository repo system \
        dienst anwendung projekt projet aplicación aplicação servicio serviço servizio progetto product team cmdbci businessservice",
    ),
    (
        Role::Environment,
        "environment env environmentname deploymentenvironment target targetenvironment stage tier umgebung \
        environnement entorno ambiente omgeving ympäristö miljö namespace",
    ),
    (
        Role::Outcome,
        "result outcome status state conclusion deploymentstatus buildstatus ergebnis zustand résultat statut état \
        etat estado resultado risultato stato resultaat tila success succeeded",
    ),
    (
        Role::Sort,
        "workflow workflowname pipeline type issuetype category kind tickettype typ art categoría categoria catégorie",
    ),
    (
        Role::Title,
        "title summary name description subject message shortdescription displaytitle betreff titel zusammenfassung \
        beschreibung résumé titre resumen título resumo titolo",
    ),
    (
        Role::Branch,
        "branch ref tag tagname gitref branchname headbranch sourcebranch zweig branche rama",
    ),
    (
        Role::Labels,
        "labels label tags etiquetas étiquettes stichwörter",
    ),
    (
        Role::Created,
        "createdat created creationdate datecreated createddate createdon openedat opened opendate openedon \
        reportedat reported triggeredat submitted submittedat erstellt erstelltam angelegt eröffnet création créé creado creada criado criada \
        creato aangemaakt luotu skapad",
    ),
    (
        Role::Started,
        "startedat started start starttime startdate startedon queuedat gestartet beginn début inicio início inizio",
    ),
    (
        Role::Finished,
        "finishedat finished deployedat deploymenttime deploymentdate deploytime deploydate deployedon releasedat \
        releasedate completedat completed completiontime finishtime finishdate endtime endedat ended end timestamp time date datetime when \
        enddate publishedat ausgerollt ausgerolltam beendet beendetam ende fertig bereitgestelltam deployt zeitpunkt datum zeit uhrzeit \
        terminé terminéle fin finle datedefin dateheure horodatage fechadespliegue fechadefin fecha fechahora fechafin \
        desplegado datafim dataimplantação data dataora eindtijd einde päivä tidpunkt",
    ),
    (
        Role::Changed,
        "updatedat updated lastupdated laststatuschangeat modifiedat changedat aktualisiert miseàjour actualizada atualizado aggiornato",
    ),
    (
        Role::Took,
        "duration durationsec durationseconds durationsecs durationmin durationminutes durationms elapsed took leadtime \
        cycletime waittime hours dauer durée duración duração durata timetoresolve resolutiontime",
    ),
    (
        Role::Revision,
        "sha commit commitsha revision version release commithash hash gitsha commitid tagname image imagetag \
        versión versão versione versie",
    ),
    (Role::Parents, "parents parentshas"),
    (
        Role::Committed,
        "firstcommitauthoreddate firstcommitat firstcommit firstcommitdate authoredat authordate authoreddate committedat \
         committed commitdate committeddate committime",
    ),
    (
        Role::Merged,
        "mergedat merged mergedate mergeddate prmergeddate gemerged gemergt fusionné",
    ),
    (
        Role::Deployed,
        "deployedat deployed deploymentdate deployeddate prdeployeddate releasedat livesince",
    ),
    (
        Role::Began,
        "beganat impactstart impactstartedat impactstartdate customerimpactstart startedat started starttime start \
        occurredat outagestart failurestart beginn début inicio início inizio",
    ),
    (
        Role::Detected,
        "detectedat detected detectiontime discoveredat noticedat identifiedat erkannt erkanntam bemerkt détecté detectado rilevato",
    ),
    (
        Role::Acknowledged,
        "acknowledgedat acknowledged ackedat acktime ackat acceptedat quittiert bestätigt acquitté reconocido",
    ),
    (
        Role::Mitigated,
        "mitigatedat mitigated restoredat restored recoveredat servicerestored impactend customerimpactend \
        impactenddate behoben wiederhergestellt rétabli mitigado restaurado ripristinato",
    ),
    (
        Role::Resolved,
        "resolvedat resolved resolutiondate resolveddate resolvedon closedat closed closedon closeddate endedat ended end \
        endtime finishedat completedat gelöst gelöstam erledigt erledigtam geschlossen geschlossenam résolu résolule clos fermé \
        resuelta resuelto cerrado cerrada resolvido resolvida fechado risolto chiuso opgelost gesloten ratkaistu",
    ),
    (
        Role::Cause,
        "rootcause causedby cause deploymentid causingdeployment causedeployment causecommit ursache causa",
    ),
    (
        Role::Pages,
        "interruptions totalinterruptions pages pagecount notifications",
    ),
    (
        Role::ActedOn,
        "actedon actionable action acted actiontaken needaction useful",
    ),
    (
        Role::FoundFirst,
        "foundby foundfirst detectedby detectionsource reportedby source foundbymonitoring detectedbymonitoring",
    ),
    (
        Role::Failed,
        "failed causedfailure causedincident changefailed changefailure isfailure failedchange needsfix requiredintervention \
        incident fehlgeschlagen échec fallido falhou fallito",
    ),
    (
        Role::Recovered,
        "recoveredat restoredat fixedat repairedat recovered wiederhergestellt",
    ),
    (
        Role::Unplanned,
        "unplanned isunplanned hotfix ishotfix rework isrework emergency ungeplant nonplanifié noplanificado",
    ),
    (
        Role::From,
        "from begin begins asked askedat requested requestedat requestdate firstday startdate startedat started start starttime opened openedat created createdat \
        erstellt eröffnet beginn von début création creada inicio início criado inizio",
    ),
    (
        Role::To,
        "to until delivered deliveredat had received fulfilled fulfilledat firstmerge firstmergedchange firstproductiondeploy \
        resolved resolvedat closed closedat completed completedat finished finishedat end enddate endtime ended done bis ende erledigt gelöst geschlossen \
        fin résolu resuelta cerrado resolvido fechado risolto chiuso",
    ),
    (
        Role::Channel,
        "channel contacttype via source requestchannel how kanal canal canale",
    ),
    (
        Role::Due,
        "duedate due dueon dueat deadline targetdate fällig fälligam fälligkeitsdatum échéance datedéchéance vencimiento \
        fechadevencimiento prazo datalimite datadientrega scadenza vervaldatum",
    ),
    (
        Role::Done,
        "doneat done completedat completed completedon closedat closed closedon finishedat finished resolved resolvedat completiondate erledigt erledigtam \
        abgeschlossen terminé fermé cerrado completado concluído completato",
    ),
    (
        Role::Holds,
        "onplatform platform adopted adoption isonplatform usesplatform hasslo slo supported ismigrated migrated value holds auf plattform",
    ),
    (
        Role::When,
        "timestamp date time when submittedat submitted createdat created completiontime datum fecha data horodateur zeitstempel marcatemporal",
    ),
    (
        Role::Score,
        "score rating nps npsscore answer response points value howlikely satisfaction note bewertung punkte puntuación nota valutazione",
    ),
    (
        Role::Good,
        "good goodevents goodeventscount goodcount successes successful",
    ),
    (
        Role::Bad,
        "bad badevents badeventscount badcount errors failures",
    ),
    (
        Role::All,
        "total all totalevents totalcount validevents requests valid count",
    ),
    (
        Role::Target,
        "target goal objective slo slotarget ziel objectif objetivo obiettivo",
    ),
    (
        Role::Reached,
        "reached sli attainment actual achieved measured compliance slimeasurement slivalue availability current erreicht",
    ),
    (
        Role::BudgetLeft,
        "errorbudgetremaining budgetremaining budgetleft remainingbudget errorbudget errorbudgetleft budget restbudget",
    ),
];

/// Returns the names of a role.
#[must_use]
pub fn of(role: Role) -> &'static str {
    if role == Role::Window {
        return "window windowdays timeframe period timeperioddays days fenster";
    }
    NAMES
        .iter()
        .find(|(own, _)| *own == role)
        .map_or("", |(_, names)| names)
}

/// Where a table is of services, what names one tells it apart.
const SERVICES: &str = "service servicename component componentname application app name team repository repo project id dienst \
    anwendung aplicación servicio servizio";

/// Where a table is of objectives, what one is called: a text, since a number is its target.
const OBJECTIVES: &str = "id sloid sloname objectiveid objectivename name slo objective ziel objectif objetivo obiettivo";

/// How well a header fits a role: 0 not at all; up to 100 where it is one of the role's names, the first
/// best; up to 50 where it holds one of them of 5 letters and more.
#[must_use]
pub fn fit(kind: Kind, role: Role, form: &str) -> u32 {
    if form.is_empty() {
        return 0;
    }
    let mut best = 0;
    let names = match (kind, role) {
        (Kind::Services, Role::Id) => SERVICES,
        (Kind::Objectives, Role::Id) => OBJECTIVES,
        _ => of(role),
    };
    for (place, name) in names.split_ascii_whitespace().enumerate() {
        let place = u32::try_from(place.min(40)).unwrap_or(40);
        if name == form {
            return 100 - place;
        }
        // `dategeleistetam` holds `date`, but so does `updated`: short names have to be the whole.
        if name.len() >= 5 && form.contains(name) {
            best = best.max(50 - place);
        }
    }
    best
}
