package storage

// The rows of the tables in sqlite/*.sql. They describe rows only: the schema is
// never made from them. Keys are given out by the program, see nextID, or left
// to SQLite where no model has them.

type metaRow struct {
	Key   string
	Value string
}

func (metaRow) TableName() string { return "meta" }

type schemeRow struct {
	Revision int64 `gorm:"primaryKey;autoIncrement:false"`
	AtMS     int64 `gorm:"column:at_ms"`
	Body     string
}

func (schemeRow) TableName() string { return "schemes" }

type articleRow struct {
	ID      int64 `gorm:"primaryKey;autoIncrement:false"`
	UID     string
	SHA256  []byte `gorm:"column:sha256"`
	Title   string
	Meta    string
	Length  int
	AddedMS int64 `gorm:"column:added_ms"`
	Text    string
}

func (articleRow) TableName() string { return "articles" }

type authorRow struct {
	ID   int64 `gorm:"primaryKey;autoIncrement:false"`
	UID  string
	Name string
	Kind string
}

func (authorRow) TableName() string { return "authors" }

type layerRow struct {
	ID        int64 `gorm:"primaryKey;autoIncrement:false"`
	UID       string
	ArticleID int64
	AuthorID  int64
	Status    string
	Spans     int
	Links     int
	Edits     int
	ChangedMS int64 `gorm:"column:changed_ms"`
	Head      []byte
}

func (layerRow) TableName() string { return "layers" }

type spanRow struct {
	UID      string
	LayerID  int64
	StartOff int
	EndOff   int
	Label    string
	Gaps     string
	Attrs    string
	Note     string
	Source   string
	Deleted  bool
}

func (spanRow) TableName() string { return "spans" }

type linkRow struct {
	UID     string
	LayerID int64
	Kind    string
	FromUID string
	ToUID   string
	Note    string
	Source  string
	Deleted bool
}

func (linkRow) TableName() string { return "links" }

type valueRow struct {
	LayerID int64
	Name    string
	Text    string
	Deleted bool
}

func (valueRow) TableName() string { return "layer_values" }

type editRow struct {
	Seq      int64 `gorm:"primaryKey;autoIncrement:false"`
	UID      string
	LayerID  int64
	AuthorID int64
	AtMS     int64 `gorm:"column:at_ms"`
	Move     string
	Name     string
	Body     string
	PrevHash []byte
	Hash     []byte
}

func (editRow) TableName() string { return "edits" }

type splitRow struct {
	ID   int64 `gorm:"primaryKey;autoIncrement:false"`
	AtMS int64 `gorm:"column:at_ms"`
	Rule string
}

func (splitRow) TableName() string { return "splits" }

type memberRow struct {
	SplitID   int64 `gorm:"primaryKey;autoIncrement:false"`
	ArticleID int64 `gorm:"primaryKey;autoIncrement:false"`
	Name      string
}

func (memberRow) TableName() string { return "members" }
